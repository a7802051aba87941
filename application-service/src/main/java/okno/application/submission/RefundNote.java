package okno.application.submission;

/** What an applicant reads when a duty was paid for nothing. */
final class RefundNote {

    /** Tax Code art. 333.40: a refund is applied for within three years of the payment. */
    static final String TEXT = "Уплаченную госпошлину можно вернуть: подайте заявление о возврате в течение трёх лет"
            + " со дня уплаты (ст. 333.40 НК РФ). / The duty paid can be refunded: apply for it within three years of"
            + " the payment (Tax Code art. 333.40).";

    private RefundNote() {}
}
