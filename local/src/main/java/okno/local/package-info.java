/// The whole of Okno as processes of one machine: `Okno` is the command line, `Stack` the same for tests.
/// Nothing that a production deployment depends on lives here.
@NullMarked
package okno.local;

import org.jspecify.annotations.NullMarked;
