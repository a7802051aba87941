/// What a stack needs from the machine: directories, ports, the Java runtime, secrets.
@NullMarked
package okno.local.machine;

import org.jspecify.annotations.NullMarked;
