// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/settingsdialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <string_view>

namespace sightglass {

namespace {

constexpr int samplesPerUnit = 1000;

QSpinBox *numberBox(const char *name, std::int64_t least, std::int64_t most, std::int64_t value)
{
    constexpr std::int64_t greatest = std::numeric_limits<int>::max();
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setLocale(QLocale::c());
    box->setRange(static_cast<int>(least), static_cast<int>(std::min(most, greatest)));
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setValue(static_cast<int>(std::min(value, greatest)));
    return box;
}

QLabel *plainLabel(const QString &text = {})
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// What a switch adds, in a user's words.
QString explanation(std::string_view feature)
{
    if (feature == "promql-experimental-functions")
        return SettingsDialog::tr("Experimental functions and limitk, limit_ratio");
    if (feature == "promql-extended-range-selectors")
        return SettingsDialog::tr("The range modifiers anchored and smoothed");
    if (feature == "promql-binop-fill-modifiers")
        return SettingsDialog::tr("fill(), fill_left() and fill_right() between two vectors");
    if (feature == "promql-delayed-name-removal")
        return SettingsDialog::tr("Metric names are removed at the end of a query only");
    if (feature == "use-start-timestamps")
        return SettingsDialog::tr("rate and its like use start timestamps");
    return {};
}

} // namespace

SettingsDialog::SettingsDialog(const ProgramSettings &settings, ApiCheck apiCheck, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_apiCheck(std::move(apiCheck))
    , m_timeout(numberBox("timeout", 1, maxQueryTimeoutMs / 1000, settings.query.timeoutMs / 1000))
    , m_samples(numberBox("samples", minQuerySamples / samplesPerUnit, maxQuerySamples / samplesPerUnit,
                          static_cast<std::int64_t>(settings.query.maxSamples / samplesPerUnit)))
    , m_steps(numberBox("steps", minQuerySteps, maxQuerySteps,
                        static_cast<std::int64_t>(settings.query.maxSteps)))
    , m_lookback(
          numberBox("lookback", minLookbackMs / 1000, maxLookbackMs / 1000, settings.query.lookbackMs / 1000))
    , m_apiEnabled(new QCheckBox(tr("&Answer the Prometheus HTTP API")))
    , m_listen(new QLineEdit(settings.api.listen))
    , m_allowRemote(new QCheckBox(tr("&Other machines may ask too")))
    , m_tokenFile(new QLineEdit(settings.api.tokenFile))
    , m_apiStatus(plainLabel())
    , m_problem(plainLabel())
{
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *pages = new QTabWidget;
    pages->addTab(queryPage(), tr("&Queries"));
    pages->addTab(apiPage(), tr("&HTTP API"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(pages);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit submitted(this->settings());
        accept();
    });
    validate();
}

QWidget *SettingsDialog::queryPage()
{
    m_timeout->setSuffix(QStringLiteral(" s"));
    m_lookback->setSuffix(QStringLiteral(" s"));
    m_samples->setSuffix(tr(" thousand"));
    auto *limits = new QGroupBox(tr("Limits of one query"));
    auto *form = new QFormLayout(limits);
    form->addRow(tr("&Time"), m_timeout);
    form->addRow(tr("&Samples in memory"), m_samples);
    form->addRow(tr("St&eps of a range"), m_steps);
    form->addRow(tr("&Look back for a value at most"), m_lookback);

    auto *features = new QGroupBox(tr("Feature switches, as Prometheus names them"));
    auto *list = new QVBoxLayout(features);
    for (const promql::FeatureSwitch &feature : promql::featureSwitches) {
        auto *box = new QCheckBox(
            QString::fromUtf8(feature.name.data(), static_cast<qsizetype>(feature.name.size())));
        box->setObjectName(box->text());
        box->setChecked(m_settings.query.features.*(feature.member));
        list->addWidget(box);
        QLabel *text = plainLabel(explanation(feature.name));
        text->setIndent(24);
        text->setEnabled(false);
        list->addWidget(text);
        m_features.emplace_back(box, feature.member);
    }
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(limits);
    layout->addWidget(features);
    layout->addStretch();
    return page;
}

QWidget *SettingsDialog::apiPage()
{
    m_apiEnabled->setObjectName(QStringLiteral("apiEnabled"));
    m_apiEnabled->setChecked(m_settings.api.enabled);
    m_listen->setObjectName(QStringLiteral("apiListen"));
    m_allowRemote->setObjectName(QStringLiteral("apiAllowRemote"));
    m_allowRemote->setChecked(m_settings.api.allowRemote);
    m_tokenFile->setObjectName(QStringLiteral("apiTokenFile"));
    m_tokenFile->setPlaceholderText(tr("none: no token is asked for"));
    auto *choose = new QPushButton(tr("Choose…"));
    connect(choose, &QPushButton::clicked, this, &SettingsDialog::chooseTokenFile);
    auto *tokenRow = new QHBoxLayout;
    tokenRow->addWidget(m_tokenFile);
    tokenRow->addWidget(choose);

    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->addRow(plainLabel(
        tr("Grafana, promtool and scripts can then query this window's history, read-only, as if it "
           "were a Prometheus server.")));
    form->addRow(m_apiEnabled);
    form->addRow(QString(), m_apiStatus);
    form->addRow(tr("A&ddress"), m_listen);
    form->addRow(QString(), m_allowRemote);
    form->addRow(tr("&File with the bearer token"), tokenRow);
    for (QCheckBox *box : {m_apiEnabled, m_allowRemote})
        connect(box, &QCheckBox::toggled, this, &SettingsDialog::validate);
    for (QLineEdit *edit : {m_listen, m_tokenFile})
        connect(edit, &QLineEdit::textChanged, this, &SettingsDialog::validate);
    return page;
}

ProgramSettings SettingsDialog::settings() const
{
    ProgramSettings edited = m_settings;
    edited.query.timeoutMs = m_timeout->value() * std::int64_t{1000};
    edited.query.maxSamples = static_cast<std::size_t>(m_samples->value()) * samplesPerUnit;
    edited.query.maxSteps = static_cast<std::size_t>(m_steps->value());
    edited.query.lookbackMs = m_lookback->value() * std::int64_t{1000};
    for (const auto &[box, member] : m_features)
        edited.query.features.*member = box->isChecked();
    edited.api = {m_apiEnabled->isChecked(), m_listen->text().trimmed(), m_allowRemote->isChecked(),
                  m_tokenFile->text().trimmed()};
    return edited;
}

void SettingsDialog::setApiStatus(const QString &status)
{
    m_apiStatus->setText(status);
}

void SettingsDialog::validate()
{
    const ApiSettings api = settings().api;
    const QString problem = api.enabled && m_apiCheck ? m_apiCheck(api) : QString();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (m_ok != nullptr)
        m_ok->setEnabled(problem.isEmpty());
}

void SettingsDialog::chooseTokenFile()
{
    auto *dialog = new QFileDialog(this, tr("File with the bearer token"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_tokenFile, &QLineEdit::setText);
    dialog->open();
}

} // namespace sightglass
