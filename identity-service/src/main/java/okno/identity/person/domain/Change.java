package okno.identity.person.domain;

import org.jspecify.annotations.Nullable;

/** What a merge patch (RFC 7396) says of one field: nothing, or its new value, where null takes the value away. */
public sealed interface Change<T> {

    /** The patch does not name the field. */
    record None<T>() implements Change<T> {}

    /** The patch sets the field, or clears it with null. */
    record To<T>(@Nullable T value) implements Change<T> {}
}
