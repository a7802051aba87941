/// The commands of `./okno`, one class each.
@NullMarked
package okno.local.command;

import org.jspecify.annotations.NullMarked;
