@NullMarked
package okno.application.registercheck.persistence;

import org.jspecify.annotations.NullMarked;
