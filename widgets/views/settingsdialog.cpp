// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/settingsdialog.h"

#include "model/presentation/numbertext.h"
#include "widgets/views/fieldhint.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <string_view>

namespace sightglass {

namespace {

constexpr std::int64_t second = 1000;

QSpinBox *numberBox(const char *name, std::int64_t least, std::int64_t most, std::int64_t value)
{
    constexpr std::int64_t greatest = std::numeric_limits<int>::max();
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setLocale(countLocale());
    box->setGroupSeparatorShown(true);
    box->setRange(static_cast<int>(least), static_cast<int>(std::min(most, greatest)));
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setValue(static_cast<int>(std::min(value, greatest)));
    return box;
}

FieldHint *hint(const QString &text = {})
{
    auto *label = new FieldHint;
    label->showHint(text);
    return label;
}

std::int64_t editedLimit(const QSpinBox &box, std::int64_t unit, std::int64_t before)
{
    const std::int64_t shown = std::clamp<std::int64_t>(before / unit, box.minimum(), box.maximum());
    return box.value() == shown ? before : box.value() * unit;
}

void addLimit(QFormLayout &form, const QString &title, QSpinBox *box, const QString &explained)
{
    box->setToolTip(explained);
    box->setAccessibleDescription(explained);
    form.addRow(title, box);
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
    , m_timeout(numberBox("timeout", 1, maxQueryTimeoutMs / second, settings.query.timeoutMs / second))
    , m_samples(numberBox("samples", minQuerySamples, maxQuerySamples,
                          static_cast<std::int64_t>(settings.query.maxSamples)))
    , m_steps(numberBox("steps", minQuerySteps, maxQuerySteps,
                        static_cast<std::int64_t>(settings.query.maxSteps)))
    , m_lookback(numberBox("lookback", minLookbackMs / second, maxLookbackMs / second,
                           settings.query.lookbackMs / second))
    , m_apiEnabled(new QCheckBox(tr("&Answer the Prometheus HTTP API")))
    , m_listen(new QLineEdit(settings.api.listen))
    , m_allowRemote(new QCheckBox(tr("Other &machines may ask too")))
    , m_tokenFile(new QLineEdit(settings.api.tokenFile))
    , m_chooseToken(new QPushButton(tr("Choose…")))
    , m_zone(new QComboBox)
    , m_glide(new QCheckBox(tr("&Glide between scrapes")))
    , m_apiStatus(hint())
    , m_problem(hint())
{
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *pages = new QTabWidget;
    pages->addTab(queryPage(), tr("&Queries"));
    pages->addTab(apiPage(), tr("&HTTP API"));
    pages->addTab(timePage(), tr("T&ime"));
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
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(limitsBox());
    layout->addWidget(featuresBox());
    layout->addStretch();
    return page;
}

QWidget *SettingsDialog::limitsBox()
{
    m_timeout->setSuffix(QStringLiteral(" s"));
    m_lookback->setSuffix(QStringLiteral(" s"));
    auto *limits = new QGroupBox(tr("Limits of one query"));
    auto *form = new QFormLayout(limits);
    addLimit(*form, tr("&Stop after"), m_timeout, tr("A query that takes longer is called off."));
    addLimit(*form, tr("Samples in &memory"), m_samples,
             tr("A query that holds more samples at one time is called off."));
    addLimit(*form, tr("St&eps of a range"), m_steps, tr("A range of more steps is refused."));
    addLimit(*form, tr("&Look back for a value at most"), m_lookback,
             tr("A series without a sample for longer has no value."));
    return limits;
}

QWidget *SettingsDialog::featuresBox()
{
    auto *features = new QGroupBox(tr("Feature switches, as Prometheus names them"));
    auto *list = new QVBoxLayout(features);
    for (const promql::FeatureSwitch &feature : promql::featureSwitches) {
        auto *box = new QCheckBox(
            QString::fromUtf8(feature.name.data(), static_cast<qsizetype>(feature.name.size())));
        box->setObjectName(box->text());
        box->setChecked(m_settings.query.features.*(feature.member));
        FieldHint *text = hint(explanation(feature.name));
        text->setIndent(24);
        box->setAccessibleDescription(text->text());
        list->addWidget(box);
        list->addWidget(text);
        m_features.emplace_back(box, feature.member);
    }
    return features;
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
    m_tokenFile->setMinimumWidth(
        m_tokenFile->fontMetrics().horizontalAdvance(m_tokenFile->placeholderText()) + 20);
    connect(m_chooseToken, &QPushButton::clicked, this, &SettingsDialog::chooseTokenFile);
    auto *tokenRow = new QHBoxLayout;
    tokenRow->addWidget(m_tokenFile, 1);
    tokenRow->addWidget(m_chooseToken);
    // A row of several widgets has no label of its own that a mnemonic could work through.
    auto *tokenLabel = new QLabel(tr("&File with the bearer token"));
    tokenLabel->setBuddy(m_tokenFile);

    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(m_apiEnabled);
    FieldHint *purpose =
        hint(tr("Grafana, promtool and scripts can then query this window's history, read-only, as if it "
                "were a Prometheus server."));
    for (FieldHint *text : {purpose, m_apiStatus}) {
        text->setIndent(24);
        layout->addWidget(text);
    }
    layout->addSpacing(8);
    auto *form = new QFormLayout;
    form->addRow(tr("A&ddress"), m_listen);
    form->addRow(QString(), m_allowRemote);
    form->addRow(tokenLabel, tokenRow);
    layout->addLayout(form);
    layout->addStretch();
    for (QCheckBox *box : {m_apiEnabled, m_allowRemote})
        connect(box, &QCheckBox::toggled, this, &SettingsDialog::validate);
    for (QLineEdit *edit : {m_listen, m_tokenFile})
        connect(edit, &QLineEdit::textChanged, this, &SettingsDialog::validate);
    return page;
}

QWidget *SettingsDialog::timePage()
{
    m_zone->setObjectName(QStringLiteral("timeZone"));
    const QString local = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    m_zone->addItem(tr("Local time (%1)").arg(local));
    m_zone->addItem(tr("UTC"));
    m_zone->setCurrentIndex(m_settings.time.utc ? 1 : 0);
    m_glide->setObjectName(QStringLiteral("timeGlide"));
    m_glide->setChecked(m_settings.time.glide);
    FieldHint *explained = hint(tr("Live charts move on evenly with the clock instead of once for each "
                                   "scrape. Where the desktop asks for less motion they never do."));
    explained->setIndent(24);
    m_glide->setAccessibleDescription(explained->text());

    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    auto *form = new QFormLayout;
    form->addRow(tr("&Tell times in"), m_zone);
    layout->addLayout(form);
    layout->addWidget(m_glide);
    layout->addWidget(explained);
    layout->addStretch();
    return page;
}

ProgramSettings SettingsDialog::settings() const
{
    ProgramSettings edited = m_settings;
    edited.query.timeoutMs = editedLimit(*m_timeout, second, edited.query.timeoutMs);
    edited.query.maxSamples = static_cast<std::size_t>(m_samples->value());
    edited.query.maxSteps = static_cast<std::size_t>(m_steps->value());
    edited.query.lookbackMs = editedLimit(*m_lookback, second, edited.query.lookbackMs);
    for (const auto &[box, member] : m_features)
        edited.query.features.*member = box->isChecked();
    edited.api = {m_apiEnabled->isChecked(), m_listen->text().trimmed(), m_allowRemote->isChecked(),
                  m_tokenFile->text().trimmed()};
    edited.time = {m_zone->currentIndex() == 1, m_glide->isChecked()};
    return edited;
}

void SettingsDialog::setApiStatus(const QString &status)
{
    m_apiStatus->showHint(status);
}

void SettingsDialog::validate()
{
    const ApiSettings api = settings().api;
    const QString problem = api.enabled && m_apiCheck ? m_apiCheck(api) : QString();
    m_problem->showProblem(problem);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_listen, m_allowRemote, m_tokenFile, m_chooseToken})
        part->setEnabled(api.enabled);
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
