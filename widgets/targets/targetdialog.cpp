// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/targets/targetdialog.h"

#include "model/presentation/errortext.h"
#include "model/scrape/clientsecrets.h"
#include "widgets/targets/authenticationpage.h"
#include "widgets/targets/labelspage.h"
#include "widgets/targets/proxypage.h"
#include "widgets/targets/relabelpage.h"
#include "widgets/targets/samplespage.h"
#include "widgets/targets/secondsbox.h"
#include "widgets/targets/tlspage.h"
#include "widgets/views/fieldhint.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace sightglass {

namespace {

constexpr QSize fullSize(860, 640);

TargetConfig withId(TargetConfig config)
{
    if (config.id.isEmpty())
        config.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return config;
}

/// Credentials of the address become what they are: authentication, and parameters that are not shown.
TargetConfig withoutUserInfo(TargetConfig config)
{
    takeSecretParameters(config.url, config.client);
    const QString user = config.url.userName(QUrl::FullyDecoded);
    if (user.isEmpty())
        return config;
    const QString password = config.url.password(QUrl::FullyDecoded);
    const Secret secret = password.isEmpty() ? Secret() : Secret(SecretText{password.toStdString()});
    config.client.authentication = BasicAuth{user.toStdString(), {}, secret};
    config.url.setUserInfo(QString());
    return config;
}

constexpr std::string_view keptSecret = "***";

/// As it may go on being typed: secrets that are kept elsewhere are asterisks.
QString typedAddress(const TargetConfig &config)
{
    if (config.url.isEmpty())
        return {};
    QString text = editableUrl(config.url);
    if (targetKind(config.url) == TargetKind::Command)
        return text;
    for (const SecretParameter &parameter : config.client.parameters) {
        text += text.contains(QLatin1Char('?')) ? QLatin1Char('&') : QLatin1Char('?');
        text += QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(parameter.name))) +
                QLatin1String("=***");
    }
    return text;
}

/// What is no HTTP has neither authentication nor TLS nor a proxy.
bool hasClient(const QUrl &url)
{
    const auto kind = targetKind(url).value_or(TargetKind::Http);
    return kind == TargetKind::Http || kind == TargetKind::UnixSocket;
}

} // namespace

TargetDialog::TargetDialog(const TargetConfig &config, SecretStore *secrets, std::vector<Labels> present,
                           QWidget *parent)
    : QDialog(parent)
    , m_config(withoutUserInfo(withId(config)))
    , m_url(new QLineEdit(typedAddress(m_config)))
    , m_name(new QLineEdit(config.name))
    , m_interval(secondsBox(static_cast<double>(minScrapeIntervalMs) / 1000, config.intervalMs))
    , m_timeout(secondsBox(0, config.timeoutMs))
    , m_hint(new FieldHint)
    , m_more(new QToolButton)
    , m_tabs(new QTabWidget)
    , m_notice(new FieldHint)
    , m_forSession(new QPushButton(tr("Keep for this session only")))
    , m_secrets(secrets)
    , m_writer(secrets)
{
    setWindowTitle(config.url.isEmpty() ? tr("Add target") : tr("Edit target"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setDefault(true);
    buttons->addButton(m_forSession, QDialogButtonBox::ActionRole);
    m_forSession->setObjectName(QStringLiteral("forSession"));
    m_forSession->setAutoDefault(false);
    m_forSession->hide();
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setText(tr("More settings"));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setAutoRaise(true);
    m_more->setCheckable(true);
    m_notice->setObjectName(QStringLiteral("notice"));
    addPages(std::move(present), secrets);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(simpleForm());
    layout->addWidget(m_more);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_notice);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &TargetDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &TargetDialog::submit);
    connectParts();
    validate();
    setExpanded(false);
}

TargetDialog::~TargetDialog()
{
    undoWriting();
}

QFormLayout *TargetDialog::simpleForm()
{
    m_hint->setObjectName(QStringLiteral("hint"));
    m_url->setObjectName(QStringLiteral("url"));
    m_url->setPlaceholderText(QStringLiteral("localhost:9100"));
    m_url->setMinimumWidth(360);
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setPlaceholderText(tr("host and port"));
    m_interval->setObjectName(QStringLiteral("interval"));
    m_timeout->setObjectName(QStringLiteral("timeout"));
    m_timeout->setSpecialValueText(tr("as the interval, at most 10 s"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Address"), m_url);
    form->addRow(QString(), m_hint);
    form->addRow(tr("&Name (job)"), m_name);
    form->addRow(tr("Scrape &every"), m_interval);
    form->addRow(tr("&Timeout"), m_timeout);
    return form;
}

void TargetDialog::addPages(std::vector<Labels> present, SecretStore *secrets)
{
    const auto keeping = secrets != nullptr ? SecretKeeping::InStore : SecretKeeping::NotInStore;
    m_authentication = new AuthenticationPage(m_config, keeping);
    addPage(new LabelsPage(m_config), tr("Labels"));
    addPage(m_authentication, tr("Authentication"));
    addPage(new TlsPage(m_config), tr("TLS"));
    addPage(new ProxyPage(m_config, keeping), tr("Proxy and headers"));
    addPage(new SamplesPage(m_config), tr("Samples"));
    addPage(new RelabelPage(m_config, std::move(present)), tr("Relabelling"));
}

void TargetDialog::addPage(TargetPage *page, const QString &title)
{
    m_tabs->addTab(page, title);
    m_pages.emplace_back(page, title);
    connect(page, &TargetPage::changed, this, &TargetDialog::validate);
}

void TargetDialog::connectParts()
{
    connect(m_url, &QLineEdit::textChanged, this, &TargetDialog::showCredentials);
    connect(m_url, &QLineEdit::textChanged, this, &TargetDialog::validate);
    connect(m_url, &QLineEdit::editingFinished, this, &TargetDialog::takeCredentials);
    connect(m_interval, &QDoubleSpinBox::valueChanged, this, &TargetDialog::validate);
    connect(m_timeout, &QDoubleSpinBox::valueChanged, this, &TargetDialog::validate);
    connect(m_more, &QToolButton::toggled, this, &TargetDialog::setExpanded);
    connect(m_forSession, &QPushButton::clicked, this, &TargetDialog::keepForSession);
}

void TargetDialog::showAll()
{
    m_more->setChecked(true);
}

void TargetDialog::setExpanded(bool expanded)
{
    m_more->setArrowType(expanded ? Qt::DownArrow : Qt::RightArrow);
    m_tabs->setVisible(expanded);
    if (expanded)
        resize(size().expandedTo(fullSize));
    else
        adjustSize();
}

TargetEdit TargetDialog::edited() const
{
    TargetEdit edit{m_config, {}};
    edit.config.url = targetUrlFromInput(m_url->text());
    edit.config.name = m_name->text().trimmed();
    edit.config.intervalMs = millisecondsOf(*m_interval, m_config.intervalMs);
    edit.config.timeoutMs = millisecondsOf(*m_timeout, m_config.timeoutMs);
    for (const auto &[page, title] : m_pages) {
        if (hasClient(edit.config.url) || !page->isForHttp())
            page->apply(edit);
    }
    edit.config.url.setUserInfo({}); // showCredentials() has seen to it
    takeParameters(edit);
    return edit;
}

/// Whether a command is still the one that is kept, whose secrets are not shown.
bool TargetDialog::isKeptCommand(const QUrl &url) const
{
    return targetKind(url) == TargetKind::Command && url == m_config.url &&
           keptCommand(m_config.client) != nullptr;
}

/// Secrets in the query: *** stands for one that is kept already.
void TargetDialog::takeParameters(TargetEdit &edit) const
{
    edit.config.client.parameters.clear();
    if (isKeptCommand(edit.config.url)) {
        keepCommand(edit.config.client, *keptCommand(m_config.client));
        return;
    }
    takeSecretParameters(edit.config.url, edit.config.client);
    for (SecretParameter &parameter : edit.config.client.parameters) {
        const std::string text = std::get<SecretText>(parameter.value).text;
        const auto &known = m_config.client.parameters;
        const auto kept = std::find_if(known.begin(), known.end(), [&parameter](const SecretParameter &each) {
            return each.name == parameter.name;
        });
        if (text == keptSecret && kept != known.end()) {
            parameter.value = kept->value;
        } else if (m_secrets != nullptr && !m_parametersForSession) {
            const std::string key = newSecretKey(edit.config.id, "parameter." + parameter.name);
            parameter.value = SecretKey{key};
            edit.typed.push_back({key, text});
        }
    }
}

void TargetDialog::showCredentials()
{
    const QUrl url = targetUrlFromInput(m_url->text());
    m_authentication->showCredentials(url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
}

void TargetDialog::takeCredentials()
{
    const QUrl url = targetUrlFromInput(m_url->text());
    if (!url.isValid() || url.userName().isEmpty())
        return;
    m_authentication->takeCredentials(url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
    m_url->setText(url.toString(QUrl::RemoveUserInfo));
    m_notice->showHint(tr("Name and password of the address are kept under Authentication."));
}

QString TargetDialog::problemOf(const TargetConfig &config) const
{
    if (config.timeoutMs > config.intervalMs)
        return tr("The timeout cannot be longer than the scrape interval.");
    const bool isOtherCommand = targetKind(config.url) == TargetKind::Command &&
                                keptCommand(m_config.client) != nullptr && !isKeptCommand(config.url);
    if (isOtherCommand && m_url->text().contains(QLatin1String("***")))
        return tr(
            "The secrets of the command are kept and not shown: to change it, type it anew, with them.");
    for (const auto &[page, title] : m_pages) {
        if (!m_tabs->isTabEnabled(m_tabs->indexOf(page)))
            continue;
        if (const QString problem = page->problem(); !problem.isEmpty())
            return QStringLiteral("%1: %2").arg(title, problem);
    }
    return {};
}

void TargetDialog::markTabs(const TargetConfig &config)
{
    for (const auto &[page, title] : m_pages)
        m_tabs->setTabText(m_tabs->indexOf(page),
                           page->isUsed(config) ? title + QStringLiteral(" •") : title);
}

void TargetDialog::enableTabs(const TargetConfig &config)
{
    for (const auto &[page, title] : m_pages)
        m_tabs->setTabEnabled(m_tabs->indexOf(page), hasClient(config.url) || !page->isForHttp());
}

void TargetDialog::setEditable(bool editable)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_url, m_name, m_interval, m_timeout, m_tabs})
        widget->setEnabled(editable);
}

/// What is scraped; of a command also what becomes of it, for its arguments may be secrets.
QString TargetDialog::hintOn(const TargetConfig &config) const
{
    const QString shown = displayUrl(config.url);
    if (targetKind(config.url) != TargetKind::Command)
        return tr("Scrapes %1").arg(shown);
    if (keptCommand(config.client) == nullptr)
        return tr("Runs %1\nNothing in it looks like a secret: the settings keep it as it stands. What is "
                  "secret all the same belongs into a file that the command reads.")
            .arg(shown);
    return m_secrets != nullptr
               ? tr("Runs %1\nThe settings keep it so; what is hidden lies in the secret store.").arg(shown)
               : tr("Runs %1\nWhat is hidden is kept for this session only.").arg(shown);
}

void TargetDialog::validate()
{
    // Pages that are switched off meanwhile do not say what they hold.
    if (!m_writing.empty())
        return;
    const TargetConfig config = edited().config;
    const bool readable = config.url.isValid();
    enableTabs(config);
    if (readable)
        m_hint->showHint(hintOn(config));
    else if (m_url->text().trimmed().isEmpty())
        m_hint->showHint(
            tr("Host and port, a complete http or https address, a file, unix:/socket or exec:command."));
    else
        m_hint->showProblem(tr("This is not a usable address."));
    const QString problem = problemOf(config);
    m_notice->showProblem(readable ? problem : QString());
    m_forSession->hide();
    m_ok->setEnabled(readable && problem.isEmpty());
    markTabs(config);
}

void TargetDialog::submit()
{
    takeCredentials();
    if (!m_ok->isEnabled() || !m_writing.empty())
        return;
    TargetEdit edit = edited();
    if (edit.typed.empty()) {
        emit submitted(edit.config);
        accept();
        return;
    }
    m_ok->setEnabled(false);
    m_notice->showHint(tr("Asking the secret store…"));
    m_writing = std::move(edit.typed);
    setEditable(false);
    m_writer.write(m_writing, [this, config = std::move(edit.config)](const Status &written) {
        onWritten(config, written);
    });
}

void TargetDialog::onWritten(const TargetConfig &config, const Status &written)
{
    m_writing.clear();
    setEditable(true);
    if (written) {
        emit submitted(config);
        accept();
        return;
    }
    validate();
    m_notice->showProblem(
        tr("The secret could not be kept: %1. It can be kept in a file, or for this session "
           "only: then it is to be typed again next time.")
            .arg(errorText(written.error())));
    m_forSession->show();
}

void TargetDialog::keepForSession()
{
    m_parametersForSession = true;
    for (SecretEdit *secret : findChildren<SecretEdit *>()) {
        if (secret->isForStore())
            secret->setPlace(SecretPlace::Session);
    }
    submit();
}

void TargetDialog::undoWriting()
{
    // What is on its way into the store would be nobody's.
    for (const TypedSecret &secret : std::exchange(m_writing, {})) {
        if (m_secrets != nullptr)
            m_secrets->remove(secret.key, QCoreApplication::instance(), [](const Status &) {});
    }
}

void TargetDialog::reject()
{
    undoWriting();
    QDialog::reject();
}

} // namespace sightglass
