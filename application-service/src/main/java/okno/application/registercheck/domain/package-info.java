@NullMarked
package okno.application.registercheck.domain;

import org.jspecify.annotations.NullMarked;
