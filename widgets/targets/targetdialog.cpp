// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/targets/targetdialog.h"

#include "widgets/views/fieldhint.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace sightglass {

namespace {

/// Numbers have a point everywhere in the window, as in PromQL and on metrics pages; who types a comma means
/// it.
class SecondsBox : public QDoubleSpinBox
{
public:
    SecondsBox() { setLocale(QLocale::c()); }

protected:
    QValidator::State validate(QString &input, int &position) const override
    {
        input.replace(u',', u'.');
        return QDoubleSpinBox::validate(input, position);
    }
};

QDoubleSpinBox *secondsBox(double least, std::int64_t milliseconds)
{
    auto *box = new SecondsBox;
    box->setDecimals(1);
    box->setRange(least, static_cast<double>(maxScrapeIntervalMs) / 1000);
    box->setSuffix(QStringLiteral(" s"));
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setValue(static_cast<double>(milliseconds) / 1000);
    return box;
}

std::int64_t milliseconds(const QDoubleSpinBox *box)
{
    return qRound64(box->value() * 1000);
}

} // namespace

TargetDialog::TargetDialog(const TargetConfig &config, QWidget *parent)
    : QDialog(parent)
    , m_config(config)
    , m_url(new QLineEdit(config.url.toString(QUrl::RemovePassword)))
    , m_name(new QLineEdit(config.name))
    , m_interval(secondsBox(static_cast<double>(minScrapeIntervalMs) / 1000, config.intervalMs))
    , m_timeout(secondsBox(0, config.timeoutMs))
    , m_hint(new FieldHint)
{
    setWindowTitle(config.url.isEmpty() ? tr("Add target") : tr("Edit target"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_url->setObjectName(QStringLiteral("url"));
    m_url->setPlaceholderText(QStringLiteral("localhost:9100"));
    m_url->setMinimumWidth(360);
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setPlaceholderText(tr("host and port"));
    m_interval->setObjectName(QStringLiteral("interval"));
    m_timeout->setObjectName(QStringLiteral("timeout"));
    m_timeout->setSpecialValueText(tr("as the interval, at most 10 s"));

    auto *form = new QFormLayout(this);
    form->addRow(tr("&Address"), m_url);
    form->addRow(QString(), m_hint);
    form->addRow(tr("&Name (job)"), m_name);
    form->addRow(tr("Scrape &every"), m_interval);
    form->addRow(tr("&Timeout"), m_timeout);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    form->addRow(buttons);

    connect(m_url, &QLineEdit::textChanged, this, &TargetDialog::validate);
    connect(m_interval, &QDoubleSpinBox::valueChanged, this, &TargetDialog::validate);
    connect(m_timeout, &QDoubleSpinBox::valueChanged, this, &TargetDialog::validate);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit submitted(this->config());
        accept();
    });
    validate();
}

TargetConfig TargetDialog::config() const
{
    TargetConfig config = m_config;
    config.url = editedUrl();
    config.name = m_name->text().trimmed();
    config.intervalMs = milliseconds(m_interval);
    config.timeoutMs = milliseconds(m_timeout);
    return config;
}

QUrl TargetDialog::editedUrl() const
{
    QUrl url = targetUrlFromInput(m_url->text());
    // The password is not shown; it stays as long as it would go to the same place for the same user.
    const QUrl &old = m_config.url;
    const bool samePlace = url.scheme() == old.scheme() && url.host() == old.host() &&
                           url.port() == old.port() && url.userName() == old.userName();
    if (url.isValid() && url.password().isEmpty() && samePlace)
        url.setPassword(old.password());
    return url;
}

void TargetDialog::validate()
{
    const TargetConfig edited = config();
    const bool readable = edited.url.isValid();
    const bool tooLong = edited.timeoutMs > edited.intervalMs;
    if (readable && tooLong)
        m_hint->showProblem(tr("The timeout cannot be longer than the scrape interval."));
    else if (readable)
        m_hint->showHint(tr("Scrapes %1").arg(displayUrl(edited.url)));
    else if (m_url->text().trimmed().isEmpty())
        m_hint->showHint(
            tr("Host and port, a complete http or https address, a file, unix:/socket or exec:command."));
    else
        m_hint->showProblem(tr("This is not a usable address."));
    m_ok->setEnabled(readable && !tooLong);
}

} // namespace sightglass
