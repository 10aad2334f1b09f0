// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/targets/authenticationpage.h"

#include "parser/config/secretdraft.h"
#include "widgets/targets/pairsedit.h"
#include "widgets/views/fieldhint.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <variant>
#include <vector>

namespace sightglass {

namespace {

template<typename Kind>
Kind heldOr(const HttpClientConfig &client, Kind usual)
{
    const auto *held = std::get_if<Kind>(&client.authentication);
    return held ? *held : usual;
}

QLineEdit *lineEdit(const char *name, const std::string &text)
{
    auto *edit = new QLineEdit(QString::fromStdString(text));
    edit->setObjectName(QLatin1String(name));
    return edit;
}

QFormLayout *formOn(QWidget *page)
{
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    return form;
}

std::string trimmed(const QLineEdit *edit)
{
    return edit->text().trimmed().toStdString();
}

/// All fields below a widget begin at the same place, whatever form they are in.
void alignForms(const QWidget &parent)
{
    int widest = 0;
    std::vector<QWidget *> labels;
    for (const QFormLayout *form : parent.findChildren<QFormLayout *>()) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole);
            if (item == nullptr || item->widget() == nullptr)
                continue;
            labels.push_back(item->widget());
            widest = std::max(widest, item->widget()->sizeHint().width());
        }
    }
    for (QWidget *label : labels)
        label->setMinimumWidth(widest);
}

/// The scheme of an Authorization that names none.
const std::string &bearerType()
{
    static const std::string type = Authorization().type;
    return type;
}

} // namespace

AuthenticationPage::AuthenticationPage(const TargetConfig &config, SecretKeeping keeping, QWidget *parent)
    : TargetPage(parent)
    , m_keeping(keeping)
    , m_basic(heldOr(config.client, BasicAuth()))
    , m_authorization(heldOr(config.client, Authorization()))
    , m_oauth(heldOr(config.client, OAuth2()))
    , m_method(new QComboBox)
    , m_pages(new QStackedWidget)
{
    m_method->setObjectName(QStringLiteral("authentication"));
    m_method->addItems({tr("None"), tr("Name and password (basic)"), tr("Bearer token"),
                        tr("Another authorization"), tr("OAuth 2, client credentials")});
    for (QWidget *page : {nonePage(), basicPage(), bearerPage(), customPage(), oauthPage()})
        m_pages->addWidget(page);
    auto *method = new QFormLayout;
    method->addRow(tr("&Method"), m_method);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(method);
    layout->addWidget(m_pages, 1);
    alignForms(*this);
    connect(m_method, &QComboBox::currentIndexChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_method, &QComboBox::currentIndexChanged, this, &AuthenticationPage::changed);
    if (std::holds_alternative<BasicAuth>(config.client.authentication))
        setMethod(Method::Basic);
    else if (std::holds_alternative<Authorization>(config.client.authentication))
        setMethod(m_authorization.type == bearerType() ? Method::Bearer : Method::Custom);
    else if (std::holds_alternative<OAuth2>(config.client.authentication))
        setMethod(Method::OAuth);
}

QWidget *AuthenticationPage::nonePage()
{
    auto *page = new QWidget;
    auto *hint = new FieldHint;
    hint->showHint(tr("The target is asked without telling who asks."));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(hint);
    layout->addStretch();
    return page;
}

QWidget *AuthenticationPage::basicPage()
{
    auto *page = new QWidget;
    auto *form = formOn(page);
    m_user = lineEdit("user", m_basic.username);
    if (!m_basic.usernameFile.empty())
        m_user->setPlaceholderText(tr("from %1").arg(QString::fromStdString(m_basic.usernameFile)));
    m_password = new SecretEdit(tr("Password"), m_basic.password, m_keeping);
    m_password->setObjectName(QStringLiteral("password"));
    form->addRow(tr("&User"), m_user);
    form->addRow(tr("&Password"), m_password);
    connect(m_user, &QLineEdit::textChanged, this, &AuthenticationPage::changed);
    connect(m_password, &SecretEdit::changed, this, &AuthenticationPage::changed);
    return page;
}

QWidget *AuthenticationPage::bearerPage()
{
    auto *page = new QWidget;
    auto *form = formOn(page);
    m_token = new SecretEdit(tr("Token"), m_authorization.credentials, m_keeping);
    m_token->setObjectName(QStringLiteral("token"));
    form->addRow(tr("T&oken"), m_token);
    connect(m_token, &SecretEdit::changed, this, &AuthenticationPage::changed);
    return page;
}

QWidget *AuthenticationPage::customPage()
{
    auto *page = new QWidget;
    auto *form = formOn(page);
    const bool custom = m_authorization.type != bearerType();
    m_type = lineEdit("authorizationType", custom ? m_authorization.type : std::string());
    m_type->setPlaceholderText(QStringLiteral("Token"));
    m_credentials = new SecretEdit(tr("Credentials"), m_authorization.credentials, m_keeping);
    m_credentials->setObjectName(QStringLiteral("credentials"));
    auto *hint = new FieldHint;
    hint->showHint(tr("Sent as “Authorization: type credentials”."));
    form->addRow(tr("T&ype"), m_type);
    form->addRow(tr("&Credentials"), m_credentials);
    form->addRow(QString(), hint);
    connect(m_type, &QLineEdit::textChanged, this, &AuthenticationPage::changed);
    connect(m_credentials, &SecretEdit::changed, this, &AuthenticationPage::changed);
    return page;
}

QWidget *AuthenticationPage::oauthPage()
{
    auto *page = new QWidget;
    auto *form = formOn(page);
    m_tokenUrl = lineEdit("tokenUrl", m_oauth.tokenUrl);
    m_tokenUrl->setPlaceholderText(QStringLiteral("https://login.example.org/oauth2/token"));
    m_clientId = lineEdit("clientId", m_oauth.clientId);
    m_clientSecret = new SecretEdit(tr("Client secret"), m_oauth.clientSecret, m_keeping);
    m_clientSecret->setObjectName(QStringLiteral("clientSecret"));
    QStringList scopes;
    for (const std::string &scope : m_oauth.scopes)
        scopes << QString::fromStdString(scope);
    m_scopes = lineEdit("scopes", scopes.join(QLatin1Char(' ')).toStdString());
    m_scopes->setPlaceholderText(tr("with blanks between"));
    m_params = new PairsEdit(tr("Further parameter"), tr("Value"));
    m_params->setObjectName(QStringLiteral("params"));
    m_params->setPairs(m_oauth.endpointParams);
    form->addRow(tr("Token &URL"), m_tokenUrl);
    form->addRow(tr("Client &id"), m_clientId);
    form->addRow(tr("Client &secret"), m_clientSecret);
    form->addRow(tr("Sco&pes"), m_scopes);
    form->addRow(m_params);
    for (QLineEdit *edit : {m_tokenUrl, m_clientId, m_scopes})
        connect(edit, &QLineEdit::textChanged, this, &AuthenticationPage::changed);
    connect(m_clientSecret, &SecretEdit::changed, this, &AuthenticationPage::changed);
    connect(m_params, &PairsEdit::changed, this, &AuthenticationPage::changed);
    return page;
}

AuthenticationPage::Method AuthenticationPage::method() const
{
    return static_cast<Method>(m_method->currentIndex());
}

void AuthenticationPage::setMethod(Method method)
{
    m_method->setCurrentIndex(static_cast<int>(method));
}

void AuthenticationPage::showCredentials(const QString &user, const QString &password)
{
    if (user.isEmpty() && !m_covered)
        return;
    const Covered covered = m_covered.value_or(Covered{method(), m_user->text(), m_password->place()});
    if (user.isEmpty()) {
        m_covered.reset();
        m_password->setTyped({});
        m_password->setPlace(covered.place);
        m_user->setText(covered.user);
        setMethod(covered.method);
        return;
    }
    takeCredentials(user, password);
    m_covered = covered;
}

void AuthenticationPage::takeCredentials(const QString &user, const QString &password)
{
    m_covered.reset();
    setMethod(Method::Basic);
    m_user->setText(user);
    if (!password.isEmpty())
        m_password->setTyped(password);
}

BasicAuth AuthenticationPage::basic(TargetEdit &edit) const
{
    BasicAuth basic = m_basic;
    basic.username = m_user->text().toStdString();
    basic.password = m_password->secret("password", edit);
    return basic;
}

OAuth2 AuthenticationPage::oauth(TargetEdit &edit) const
{
    OAuth2 oauth = m_oauth;
    oauth.tokenUrl = trimmed(m_tokenUrl);
    oauth.clientId = trimmed(m_clientId);
    oauth.clientSecret = m_clientSecret->secret("client_secret", edit);
    oauth.scopes.clear();
    for (const QString &scope : m_scopes->text().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        oauth.scopes.push_back(scope.toStdString());
    oauth.endpointParams = m_params->pairs();
    return oauth;
}

void AuthenticationPage::apply(TargetEdit &edit) const
{
    auto &authentication = edit.config.client.authentication;
    switch (method()) {
    case Method::None:
        authentication = std::monostate();
        break;
    case Method::Basic:
        authentication = basic(edit);
        break;
    case Method::Bearer:
        authentication = Authorization{bearerType(), m_token->secret("credentials", edit)};
        break;
    case Method::Custom:
        authentication = Authorization{trimmed(m_type), m_credentials->secret("credentials", edit)};
        break;
    case Method::OAuth:
        authentication = oauth(edit);
        break;
    }
}

QString AuthenticationPage::problem() const
{
    switch (method()) {
    case Method::None:
        return {};
    case Method::Basic:
        if (m_user->text().isEmpty() && m_basic.usernameFile.empty())
            return tr("Basic authentication needs a user.");
        return m_password->problem();
    case Method::Bearer:
        return m_token->isEmpty() ? tr("The token is missing.") : m_token->problem();
    case Method::Custom:
        if (!isFieldName(trimmed(m_type)))
            return tr("The authorization needs a type, a single word.");
        if (m_type->text().trimmed().compare(QLatin1String("basic"), Qt::CaseInsensitive) == 0)
            return tr("For basic authentication there is a method of its own.");
        return m_credentials->isEmpty() ? tr("The credentials are missing.") : m_credentials->problem();
    case Method::OAuth:
        break;
    }
    return oauthProblem();
}

QString AuthenticationPage::oauthProblem() const
{
    const QUrl url(m_tokenUrl->text().trimmed(), QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !web || url.host().isEmpty())
        return tr("The token URL needs to be a complete http or https address.");
    if (!url.userInfo().isEmpty())
        return tr("Name and password do not belong in the token URL.");
    if (m_clientId->text().trimmed().isEmpty())
        return tr("The client id is missing.");
    return m_clientSecret->problem();
}

bool AuthenticationPage::isUsed(const TargetConfig &config) const
{
    return config.client.authentication != HttpClientConfig().authentication;
}

} // namespace sightglass
