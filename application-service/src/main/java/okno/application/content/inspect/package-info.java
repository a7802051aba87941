/**
 * The program that looks into people's files: a process of its own without secrets, network or database. It knows nothing
 * of the service; {@link okno.application.content.inspect.InspectorMain} is its entry, {@code Exchange} what is said.
 */
@NullMarked
package okno.application.content.inspect;

import org.jspecify.annotations.NullMarked;
