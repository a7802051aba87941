package okno.payment.charge.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import okno.platform.core.Money;
import okno.platform.core.number.Uin;

/** The text of a payment QR code by GOST R 56042-2014, version 0001, in UTF-8. */
public final class PaymentString {

    /** Service block: format, version, and 2 for UTF-8; the separator follows it. */
    private static final String HEADER = "ST00012";

    /** Separators that the standard allows, in the order we try them. */
    private static final String SEPARATORS = "|#;:^_~{}!$%&()*+,/@";

    /** Name, PersonalAcc, BankName, BIC and CorrespAcc together, without the service block. */
    private static final int REQUIRED_BLOCK_BYTES = 300;

    private static final int REQUIRED_FIELDS = 5;

    /** TechCode of duties, taxes and other payments to the budget. */
    private static final String BUDGET = "03";

    private PaymentString() {}

    /**
     * Everything a bank needs to fill in a payment order.
     *
     * @param purpose text of the payment, at most 160 characters
     * @throws IllegalArgumentException when the requisites do not fit the standard: reference data are wrong
     */
    public static String of(Requisites payee, Uin uin, Money amount, String purpose) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Name", limited("Name", payee.name(), 160));
        fields.put("PersonalAcc", payee.account().number());
        fields.put("BankName", limited("BankName", payee.bankName(), 45));
        fields.put("BIC", payee.account().bik());
        fields.put("CorrespAcc", payee.correspondent().number());
        fields.put("Sum", Long.toString(amount.amount()));
        fields.put("Purpose", limited("Purpose", purpose, 160));
        fields.put("PayeeINN", payee.inn().value());
        fields.put("KPP", payee.kpp().value());
        fields.put("CBC", payee.kbk());
        fields.put("OKTMO", payee.oktmo());
        fields.put("UIN", uin.value());
        fields.put("TechCode", BUDGET);
        return join(fields);
    }

    private static String join(Map<String, String> fields) {
        String separator = separator(fields);
        var text = new StringJoiner(separator, HEADER + separator, "");
        int written = 0;
        for (Map.Entry<String, String> field : fields.entrySet()) {
            text.add(field.getKey() + "=" + field.getValue());
            written++;
            if (written == REQUIRED_FIELDS) {
                int block = text.toString().substring(HEADER.length() + 1).getBytes(UTF_8).length;
                if (block > REQUIRED_BLOCK_BYTES) {
                    throw new IllegalArgumentException("required block is longer than " + REQUIRED_BLOCK_BYTES);
                }
            }
        }
        return text.toString();
    }

    /** Values are not escaped, so the separator must stand in none of them. */
    private static String separator(Map<String, String> fields) {
        return SEPARATORS
                .chars()
                .mapToObj(Character::toString)
                .filter(candidate -> fields.values().stream().noneMatch(value -> value.contains(candidate)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("values use every separator"));
    }

    private static String limited(String field, String value, int max) {
        if (value.length() > max) {
            throw new IllegalArgumentException(field + " is longer than " + max);
        }
        return value;
    }
}
