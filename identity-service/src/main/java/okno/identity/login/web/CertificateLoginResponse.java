package okno.identity.login.web;

import java.util.List;
import java.util.UUID;
import okno.identity.login.JudgeCertificateLogin.Judgement;
import org.jspecify.annotations.Nullable;

record CertificateLoginResponse(@Nullable UUID personId, List<String> reasons) {

    static CertificateLoginResponse from(Judgement judgement) {
        return new CertificateLoginResponse(judgement.personId(), judgement.reasons());
    }
}
