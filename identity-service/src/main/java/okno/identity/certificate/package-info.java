/** Certificates of persons: the platform's, whose keys are kept here sealed (63-FZ, article 5, part 3), and people's own, of which only the public part is known (part 4). */
@NullMarked
package okno.identity.certificate;

import org.jspecify.annotations.NullMarked;
