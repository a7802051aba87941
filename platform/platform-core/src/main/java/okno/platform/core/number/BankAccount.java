package okno.platform.core.number;

/**
 * Account in a Russian bank: the bank's BIK (9 digits) and the account number (20 digits) whose ninth digit is a key
 * over both. Treasury accounts, which begin with 0, carry no such key.
 */
public record BankAccount(String bik, String number) {

    public BankAccount {
        if (!bik.matches("0[0-4]\\d{7}")) {
            throw new InvalidNumber("bik_format");
        }
        if (!Digits.isDigits(number, 20)) {
            throw new InvalidNumber("account_format");
        }
        if (!number.startsWith("0") && !keyHolds(prefix(bik, number) + number)) {
            throw new InvalidNumber("account_key");
        }
    }

    private static String prefix(String bik, String number) {
        boolean heldInCentralBank = number.startsWith("30101") || number.startsWith("40102");
        return heldInCentralBank ? "0" + bik.substring(4, 6) : bik.substring(6);
    }

    private static boolean keyHolds(String digits) {
        int[] weights = {7, 1, 3};
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += Digits.at(digits, i) * weights[i % 3] % 10;
        }
        return sum % 10 == 0;
    }
}
