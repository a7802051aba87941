/// Everything outside of Okno, played on this machine: a payment provider, an SMS gateway, a mail server and the
/// information system of an agency. `Sandbox` is the program; `/sandbox` shows what was sent.
@NullMarked
package okno.local.sandbox;

import org.jspecify.annotations.NullMarked;
