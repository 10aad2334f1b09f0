// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/targets/tlspage.h"

#include "widgets/targets/pathedit.h"
#include "widgets/views/fieldhint.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

#include <initializer_list>

namespace sightglass {

namespace {

/// What a field shows of a text that stands in the configuration itself.
void showInline(PathEdit *edit, bool there)
{
    edit->setPlaceholder(there ? TlsPage::tr("given as text; a file replaces it") : QString());
}

} // namespace

TlsPage::TlsPage(const TargetConfig &config, QWidget *parent)
    : TargetPage(parent)
    , m_tls(config.client.tls)
    , m_ca(new PathEdit(tr("Certificates of the authorities to trust")))
    , m_certificate(new PathEdit(tr("Client certificate")))
    , m_key(new PathEdit(tr("Key of the client certificate")))
    , m_serverName(new QLineEdit(QString::fromStdString(m_tls.serverName)))
    , m_minVersion(new QComboBox)
    , m_skip(new QCheckBox(tr("Do &not check the target's certificate")))
    , m_warning(new FieldHint)
{
    m_ca->setObjectName(QStringLiteral("caFile"));
    m_certificate->setObjectName(QStringLiteral("certFile"));
    m_key->setObjectName(QStringLiteral("keyFile"));
    m_serverName->setObjectName(QStringLiteral("serverName"));
    m_minVersion->setObjectName(QStringLiteral("minVersion"));
    m_skip->setObjectName(QStringLiteral("skipVerify"));
    m_ca->setPath(m_tls.caFile);
    m_ca->setPlaceholder(tr("those of the system"));
    m_certificate->setPath(m_tls.certificateFile);
    if (const auto *file = std::get_if<SecretFile>(&m_tls.key))
        m_key->setPath(file->path);
    showInline(m_certificate, !m_tls.certificate.empty());
    showInline(m_key, !std::holds_alternative<std::monostate>(m_tls.key));
    if (!m_tls.ca.empty())
        showInline(m_ca, true);
    m_serverName->setPlaceholderText(tr("the host in the address"));
    m_minVersion->addItems({tr("as the system asks for, at least 1.2"), QStringLiteral("TLS 1.0"),
                            QStringLiteral("TLS 1.1"), QStringLiteral("TLS 1.2"), QStringLiteral("TLS 1.3")});
    m_minVersion->setCurrentIndex(static_cast<int>(m_tls.minVersion));
    m_skip->setChecked(m_tls.insecureSkipVerify);

    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("Trust these &authorities"), m_ca);
    form->addRow(tr("Client &certificate"), m_certificate);
    form->addRow(tr("Its &key"), m_key);
    form->addRow(tr("&Server name"), m_serverName);
    form->addRow(tr("&Lowest version"), m_minVersion);
    form->addRow(QString(), m_skip);
    form->addRow(QString(), m_warning);
    for (PathEdit *edit : {m_ca, m_certificate, m_key})
        connect(edit, &PathEdit::changed, this, &TlsPage::changed);
    connect(m_serverName, &QLineEdit::textChanged, this, &TlsPage::changed);
    connect(m_minVersion, &QComboBox::currentIndexChanged, this, &TlsPage::changed);
    const auto warn = [this](bool skip) {
        m_warning->showProblem(
            skip ? tr("Anybody on the way can then pretend to be the target, read what is sent, "
                      "passwords included, and answer what they like.")
                 : QString());
        emit changed();
    };
    connect(m_skip, &QCheckBox::toggled, this, warn);
    warn(m_skip->isChecked());
}

void TlsPage::apply(TargetEdit &edit) const
{
    TlsConfig &tls = edit.config.client.tls;
    tls.caFile = m_ca->path();
    tls.certificateFile = m_certificate->path();
    // A file takes the place of what was there as text.
    if (!tls.caFile.empty())
        tls.ca.clear();
    if (!tls.certificateFile.empty())
        tls.certificate.clear();
    if (!m_key->path().empty())
        tls.key = SecretFile{m_key->path()};
    else if (std::holds_alternative<SecretFile>(m_tls.key))
        tls.key = Secret();
    tls.serverName = m_serverName->text().trimmed().toStdString();
    tls.minVersion = static_cast<TlsVersion>(m_minVersion->currentIndex());
    tls.insecureSkipVerify = m_skip->isChecked();
}

QString TlsPage::problem() const
{
    for (const PathEdit *edit : {m_ca, m_certificate, m_key}) {
        if (!edit->path().empty() && !edit->path().starts_with('/'))
            return tr("Files of certificates and keys need absolute paths.");
    }
    const bool certificate = !m_certificate->path().empty() || !m_tls.certificate.empty();
    const bool key = !m_key->path().empty() || !std::holds_alternative<std::monostate>(m_tls.key);
    const bool keyGone = m_key->path().empty() && std::holds_alternative<SecretFile>(m_tls.key);
    if (certificate && (!key || keyGone))
        return tr("The client certificate needs its key.");
    if (!certificate && key && !keyGone)
        return tr("The key needs its client certificate.");
    const auto lowest = static_cast<TlsVersion>(m_minVersion->currentIndex());
    if (m_tls.maxVersion != TlsVersion::Default && lowest > m_tls.maxVersion)
        return tr("The lowest version of TLS is above the highest one.");
    return {};
}

bool TlsPage::isUsed(const TargetConfig &config) const
{
    return config.client.tls != TlsConfig();
}

} // namespace sightglass
