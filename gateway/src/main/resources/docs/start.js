fetch("config.json")
  .then((answer) => answer.json())
  .then((config) => {
    const ui = SwaggerUIBundle({
      urls: config.urls,
      dom_id: "#swagger-ui",
      deepLinking: true,
      presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
      layout: "StandaloneLayout",
      oauth2RedirectUrl: config.redirectUrl,
      persistAuthorization: false,
      validatorUrl: null,
    });
    ui.initOAuth({
      clientId: config.clientId,
      scopes: "openid",
      usePkceWithAuthorizationCodeGrant: true,
    });
  });
