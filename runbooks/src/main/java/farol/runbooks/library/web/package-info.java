/** The library's doors: validation, and runbooks as resources whose versions are git blobs. */
@NullMarked
package farol.runbooks.library.web;

import org.jspecify.annotations.NullMarked;
