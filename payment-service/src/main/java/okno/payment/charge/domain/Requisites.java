package okno.payment.charge.domain;

import okno.platform.core.number.BankAccount;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Kpp;

/**
 * Where the money of a duty goes. Made from reference data; a row that cannot exist is refused when read, so that it never
 * reaches a payer.
 *
 * @param account the payee's treasury account in the bank of this BIK
 * @param correspondent the single treasury account (ЕКС) in the same bank
 * @param kbk budget classification code, 20 digits
 * @param oktmo municipality code, 8 or 11 digits
 */
public record Requisites(
        String name,
        Inn inn,
        Kpp kpp,
        BankAccount account,
        String bankName,
        BankAccount correspondent,
        String kbk,
        String oktmo) {}
