/**
 * The one database: an embedded PostgreSQL by default, an external one where its address is given.
 */
@NullMarked
package farol.console.database;

import org.jspecify.annotations.NullMarked;
