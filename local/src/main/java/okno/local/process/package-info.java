/// Starting, watching and stopping programs, so that nothing is left behind whatever happens to the supervisor.
@NullMarked
package okno.local.process;

import org.jspecify.annotations.NullMarked;
