<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('code'); section>
    <#if section = "header">
        ${msg("oknoSmsTitle")}
    <#elseif section = "form">
        <p>${msg("oknoSmsSent", phone)}</p>
        <form id="okno-sms-code-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <@field.input name="code" label=msg("oknoSmsCode") autocomplete="one-time-code" autofocus=true />
            <@buttons.loginButton />
        </form>
        <form id="okno-sms-resend-form" action="${url.loginAction}" method="post">
            <button class="${properties.kcButtonLinkClass!}" type="submit" name="resend" value="true">${msg("oknoSmsResend")}</button>
        </form>
    </#if>
</@layout.registrationLayout>
