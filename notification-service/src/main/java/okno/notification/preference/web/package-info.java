/** Preferences over REST. */
@NullMarked
package okno.notification.preference.web;

import org.jspecify.annotations.NullMarked;
