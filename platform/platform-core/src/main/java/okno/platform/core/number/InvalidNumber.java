package okno.platform.core.number;

import okno.platform.core.FieldFault;

/** A number that cannot exist. The code is stable: {@code <number>_format} or {@code <number>_checksum}. */
public final class InvalidNumber extends RuntimeException {

    private final String code;

    InvalidNumber(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The fault to report when the number stood at this JSON Pointer. */
    public FieldFault at(String pointer) {
        return FieldFault.at(pointer, code);
    }
}
