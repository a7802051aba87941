package okno.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler that a representative may call for their principal, and what the power of attorney must permit for it. Without
 * it a call with the acting token of a power of attorney is refused with {@code poa_no_power}, whatever the power says.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface UnderPowerOfAttorney {

    /** Permissions, of which one is enough. */
    String[] value();
}
