/** What burns: the list of alerts, one alert with its ladder, and pages that reach the browser. */
@NullMarked
package farol.console.alerts;

import org.jspecify.annotations.NullMarked;
