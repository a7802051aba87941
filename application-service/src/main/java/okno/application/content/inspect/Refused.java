package okno.application.content.inspect;

import java.util.List;

/** Why a file may not come in: a stable code and the values of its text, never anything out of the file. */
public final class Refused extends RuntimeException {

    private final String code;
    private final transient List<String> args;

    Refused(String code, Object... args) {
        super(code, null, false, false);
        this.code = code;
        this.args = List.of(args).stream().map(Object::toString).toList();
    }

    /** It is not what its beginning says, or so broken that nobody should rely on it. */
    static Refused damaged() {
        return new Refused("file_damaged");
    }

    public String code() {
        return code;
    }

    public List<String> args() {
        return args;
    }
}
