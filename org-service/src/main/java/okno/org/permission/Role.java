package okno.org.permission;

import java.util.List;

/** A predefined role in a company. */
public enum Role {
    /** Acts without a power of attorney (Civil Code art. 53), so nothing is kept from them. */
    HEAD;

    public List<String> permissions() {
        return switch (this) {
            case HEAD -> Permission.codes();
        };
    }
}
