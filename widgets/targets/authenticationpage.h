// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/targets/secretedit.h"

#include <cstdint>
#include <optional>

class QComboBox;
class QLineEdit;
class QStackedWidget;

namespace sightglass {

class PairsEdit;

/// How a target is told who asks: not at all, by name and password, a token, or OAuth 2 client credentials.
class AuthenticationPage : public TargetPage
{
    Q_OBJECT

public:
    AuthenticationPage(const TargetConfig &config, SecretKeeping keeping, QWidget *parent = nullptr);

    void apply(TargetEdit &edit) const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] bool isUsed(const TargetConfig &config) const override;
    [[nodiscard]] bool isForHttp() const override { return true; }

    /// What stands in an address that is being typed is shown for as long as it stands there; no user: what
    /// was here before.
    void showCredentials(const QString &user, const QString &password);
    /// What stood in an address goes here.
    void takeCredentials(const QString &user, const QString &password);

private:
    enum class Method : std::uint8_t
    {
        None,
        Basic,
        Bearer,
        Custom,
        OAuth
    };

    [[nodiscard]] QWidget *nonePage();
    [[nodiscard]] QWidget *basicPage();
    [[nodiscard]] QWidget *bearerPage();
    [[nodiscard]] QWidget *customPage();
    [[nodiscard]] QWidget *oauthPage();
    /// What an address' credentials cover up.
    struct Covered
    {
        Method method = Method::None;
        QString user;
        SecretPlace place = SecretPlace::Store; ///< of the password
    };

    [[nodiscard]] Method method() const;
    void setMethod(Method method);
    [[nodiscard]] BasicAuth basic(TargetEdit &edit) const;
    [[nodiscard]] OAuth2 oauth(TargetEdit &edit) const;
    [[nodiscard]] QString oauthProblem() const;

    SecretKeeping m_keeping;
    std::optional<Covered> m_covered;
    BasicAuth m_basic;             ///< as it was
    Authorization m_authorization; ///< as it was
    OAuth2 m_oauth;                ///< as it was; of more than the page shows
    QComboBox *m_method;
    QStackedWidget *m_pages;
    QLineEdit *m_user = nullptr;
    SecretEdit *m_password = nullptr;
    SecretEdit *m_token = nullptr;
    QLineEdit *m_type = nullptr;
    SecretEdit *m_credentials = nullptr;
    QLineEdit *m_clientId = nullptr;
    SecretEdit *m_clientSecret = nullptr;
    QLineEdit *m_tokenUrl = nullptr;
    QLineEdit *m_scopes = nullptr;
    PairsEdit *m_params = nullptr;
};

} // namespace sightglass
