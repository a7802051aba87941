/** Methods, evidence and terms. */
@NullMarked
package okno.identity.assurance.domain;

import org.jspecify.annotations.NullMarked;
