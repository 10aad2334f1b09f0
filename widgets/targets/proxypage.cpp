// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/targets/proxypage.h"

#include "model/scrape/proxychoice.h"
#include "widgets/targets/headersedit.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

#include <initializer_list>

namespace sightglass {

namespace {

QUrl urlOf(const std::string &text)
{
    return QUrl::fromEncoded(QByteArray::fromStdString(text));
}

QString withoutUser(const std::string &text)
{
    return text.empty() ? QString() : urlOf(text).toString(QUrl::RemoveUserInfo);
}

/// The password as a secret, wherever it was.
Secret passwordOf(const ProxyConfig &proxy)
{
    const QString inUrl = proxy.url.empty() ? QString() : urlOf(proxy.url).password(QUrl::FullyDecoded);
    return inUrl.isEmpty() ? proxy.password : Secret(SecretText{inUrl.toStdString()});
}

} // namespace

ProxyPage::ProxyPage(const TargetConfig &config, SecretKeeping keeping, QWidget *parent)
    : TargetPage(parent)
    , m_url(new QLineEdit(withoutUser(config.client.proxy.url)))
    , m_user(new QLineEdit(urlOf(config.client.proxy.url).userName(QUrl::FullyDecoded)))
    , m_password(new SecretEdit(tr("Password for the proxy"), passwordOf(config.client.proxy), keeping))
    , m_noProxy(new QLineEdit(QString::fromStdString(config.client.proxy.noProxy)))
    , m_fromEnvironment(new QCheckBox(tr("As the &environment says (HTTP_PROXY, HTTPS_PROXY, NO_PROXY)")))
    , m_redirects(new QCheckBox(tr("&Follow redirects; passwords and tokens never go along to another host")))
    , m_headers(new HeadersEdit(config.client.headers, keeping))
{
    m_url->setObjectName(QStringLiteral("proxyUrl"));
    m_user->setObjectName(QStringLiteral("proxyUser"));
    m_password->setObjectName(QStringLiteral("proxyPassword"));
    m_noProxy->setObjectName(QStringLiteral("noProxy"));
    m_fromEnvironment->setObjectName(QStringLiteral("proxyFromEnvironment"));
    m_redirects->setObjectName(QStringLiteral("followRedirects"));
    m_fromEnvironment->setChecked(config.client.proxy.fromEnvironment);
    m_redirects->setChecked(config.client.followRedirects);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_headers);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    // The page's own background is to be seen through it.
    scroll->viewport()->setAutoFillBackground(false);
    m_headers->setAutoFillBackground(false);
    auto *headers = new QGroupBox(tr("Further headers"));
    (new QVBoxLayout(headers))->addWidget(scroll);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(proxyBox());
    layout->addWidget(m_redirects);
    layout->addWidget(headers, 1);
    for (QLineEdit *edit : {m_url, m_user, m_noProxy})
        connect(edit, &QLineEdit::textChanged, this, &ProxyPage::changed);
    for (QCheckBox *box : {m_fromEnvironment, m_redirects})
        connect(box, &QCheckBox::toggled, this, &ProxyPage::changed);
    connect(m_password, &SecretEdit::changed, this, &ProxyPage::changed);
    connect(m_headers, &HeadersEdit::changed, this, &ProxyPage::changed);
    connect(this, &ProxyPage::changed, this, &ProxyPage::updateFields);
    updateFields();
}

QWidget *ProxyPage::proxyBox()
{
    m_url->setPlaceholderText(tr("none: the target is asked directly"));
    m_noProxy->setPlaceholderText(QStringLiteral("localhost, 10.0.0.0/8, .example.org"));
    auto *box = new QGroupBox(tr("Proxy"));
    auto *form = new QFormLayout(box);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Address of the proxy"), m_url);
    form->addRow(tr("&User"), m_user);
    form->addRow(tr("&Password"), m_password);
    form->addRow(tr("Asked &directly"), m_noProxy);
    form->addRow(QString(), m_fromEnvironment);
    return box;
}

void ProxyPage::updateFields()
{
    const bool environment = m_fromEnvironment->isChecked();
    const bool proxy = !environment && !m_url->text().trimmed().isEmpty();
    m_url->setEnabled(!environment);
    m_user->setEnabled(proxy);
    m_password->setEnabled(proxy && !m_user->text().isEmpty());
    m_noProxy->setEnabled(proxy);
}

void ProxyPage::apply(TargetEdit &edit) const
{
    ProxyConfig &proxy = edit.config.client.proxy;
    proxy.fromEnvironment = m_fromEnvironment->isChecked();
    proxy.url.clear();
    proxy.noProxy.clear();
    proxy.password = Secret();
    if (m_noProxy->isEnabled()) {
        QUrl url(m_url->text().trimmed(), QUrl::TolerantMode);
        url.setUserName(m_user->text(), QUrl::DecodedMode);
        proxy.url = url.toEncoded().toStdString();
        proxy.noProxy = m_noProxy->text().trimmed().toStdString();
    }
    if (m_password->isEnabled())
        proxy.password = m_password->secret("proxy.password", edit);
    edit.config.client.followRedirects = m_redirects->isChecked();
    edit.config.client.headers = m_headers->headers(edit);
}

QString ProxyPage::problem() const
{
    if (m_noProxy->isEnabled()) {
        const QUrl url(m_url->text().trimmed(), QUrl::TolerantMode);
        if (!url.userInfo().isEmpty())
            return tr("The proxy's name and password have fields of their own.");
        ProxyConfig proxy;
        proxy.url = m_url->text().trimmed().toStdString();
        if (!url.isValid() || !proxyFor(proxy, QUrl(QStringLiteral("http://example.org/"))))
            return tr("This is no usable address of a proxy: http://host:port");
    }
    if (const QString problem = m_password->problem(); m_password->isEnabled() && !problem.isEmpty())
        return problem;
    return m_headers->problem();
}

bool ProxyPage::isUsed(const TargetConfig &config) const
{
    const HttpClientConfig &client = config.client;
    return client.proxy != ProxyConfig() || !client.headers.empty() || !client.followRedirects;
}

} // namespace sightglass
