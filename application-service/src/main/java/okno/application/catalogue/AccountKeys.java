package okno.application.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okno.platform.core.FieldFault;
import okno.platform.core.number.BankAccount;
import okno.platform.core.number.InvalidNumber;
import org.jspecify.annotations.Nullable;

/**
 * Judges accounts in banks: the key in the number of an account holds over the number and the BIC of its bank, so no format of
 * one field can see it. A digit that is wrong would send a benefit to somebody else, or nowhere.
 */
public final class AccountKeys {

    /** The keyword of a form's schema, at an object that has {@code bic} and {@code account}. */
    public static final String KEYWORD = "x-check";

    public static final String BIC = "bic";
    public static final String ACCOUNT = "account";

    private static final String VALUE = "bankAccount";

    private final List<FieldFault> faults = new ArrayList<>();

    private AccountKeys() {}

    /** By pointers such as {@code /form/bankAccount/account}; fields that are missing or no texts are left to the schema. */
    static List<FieldFault> faults(Map<?, ?> schema, Map<?, ?> form) {
        AccountKeys keys = new AccountKeys();
        keys.value(schema, form, "/form");
        return keys.faults;
    }

    /** Whether a part of a schema is about an account. */
    public static boolean isAccount(Map<?, ?> schema) {
        return VALUE.equals(schema.get(KEYWORD));
    }

    private void value(Map<?, ?> schema, @Nullable Object value, String pointer) {
        if (value instanceof Map<?, ?> object) {
            if (isAccount(schema)
                    && object.get(BIC) instanceof String bic
                    && object.get(ACCOUNT) instanceof String account) {
                judge(bic, account, pointer);
            }
            if (schema.get("properties") instanceof Map<?, ?> properties) {
                properties.forEach((name, field) -> value((Map<?, ?>) field, object.get(name), pointer + "/" + name));
            }
        } else if (value instanceof List<?> list && schema.get("items") instanceof Map<?, ?> items) {
            for (int i = 0; i < list.size(); i++) {
                value(items, list.get(i), pointer + "/" + i);
            }
        }
    }

    private void judge(String bic, String account, String pointer) {
        try {
            new BankAccount(bic, account);
        } catch (InvalidNumber wrong) {
            boolean ofBank = wrong.code().startsWith("bik");
            faults.add(FieldFault.at(pointer + "/" + (ofBank ? BIC : ACCOUNT), wrong.code()));
        }
    }
}
