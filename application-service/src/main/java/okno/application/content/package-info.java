/**
 * What a file is and whether it may come in: its type by its content ({@link okno.application.content.FileTypes}), and its
 * inside, looked at by processes with little memory and little time ({@link okno.application.content.Inspectors}).
 */
@NullMarked
package okno.application.content;

import org.jspecify.annotations.NullMarked;
