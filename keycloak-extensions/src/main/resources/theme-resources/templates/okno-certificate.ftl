<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('signature'); section>
    <#if section = "header">
        ${msg("oknoCertificateTitle")}
    <#elseif section = "form">
        <p>${msg("oknoCertificateHow")}</p>
        <pre id="okno-certificate-text">${text}</pre>
        <p><a id="okno-certificate-download" download="okno-login.txt" href="data:text/plain;charset=utf-8,${text?url('UTF-8')}">${msg("oknoCertificateDownload")}</a></p>
        <form id="okno-certificate-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <div class="${properties.kcFormGroupClass!}">
                <label for="signature" class="${properties.kcLabelClass!}">${msg("oknoCertificateSignature")}</label>
                <textarea id="signature" name="signature" rows="6" spellcheck="false" autocomplete="off"
                          aria-invalid="<#if messagesPerField.existsError('signature')>true</#if>"
                          <#if messagesPerField.existsError('signature')>aria-describedby="input-error-signature"</#if>></textarea>
                <#if messagesPerField.existsError('signature')>
                    <span id="input-error-signature" class="${properties.kcInputErrorMessageClass!}" aria-live="polite">${kcSanitize(messagesPerField.get('signature'))?no_esc}</span>
                </#if>
            </div>
            <div class="${properties.kcFormGroupClass!}">
                <label for="okno-certificate-file" class="${properties.kcLabelClass!}">${msg("oknoCertificateFile")}</label>
                <input id="okno-certificate-file" type="file" accept=".sig,.sgn,.p7s,.p7m,.pem,.der"/>
            </div>
            <@buttons.loginButton />
        </form>
        <script type="module">
            // A file is put into the field as Base64, whatever it holds; PEM stays readable for the server, too.
            document.getElementById("okno-certificate-file").addEventListener("change", async event => {
                const file = event.target.files[0];
                if (!file) return;
                const bytes = new Uint8Array(await file.arrayBuffer());
                const isPem = bytes[0] === 0x2D;
                document.getElementById("signature").value = isPem
                    ? new TextDecoder().decode(bytes)
                    : btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
            });
        </script>
    </#if>
</@layout.registrationLayout>
