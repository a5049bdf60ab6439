/** The doors to the page's settings, groups, components and claims. */
@NullMarked
package farol.statuspage.component.web;

import org.jspecify.annotations.NullMarked;
