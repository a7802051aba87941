<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('phone'); section>
    <#if section = "header">
        ${msg("oknoPhoneTitle")}
    <#elseif section = "form">
        <p>${msg("oknoPhoneWhy")}</p>
        <form id="okno-sms-phone-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <@field.input name="phone" label=msg("oknoPhone") autocomplete="tel" autofocus=true />
            <@buttons.actionGroup>
                <@buttons.button id="okno-phone" label="doSubmit" />
            </@buttons.actionGroup>
        </form>
    </#if>
</@layout.registrationLayout>
