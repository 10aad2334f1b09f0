// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/targets/samplespage.h"

#include "model/presentation/numbertext.h"
#include "parser/config/bytesize.h"
#include "parser/exposition/contentnegotiation.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QGroupBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <limits>
#include <string>

namespace sightglass {

namespace {

using enum ScrapeProtocol;

constexpr std::array protocols = {OpenMetricsText1_0_0, OpenMetricsText0_0_1, PrometheusText1_0_0,
                                  PrometheusText0_0_4, PrometheusProto};

QString protocolTitle(ScrapeProtocol protocol)
{
    switch (protocol) {
    case PrometheusProto:
        return SamplesPage::tr("Prometheus, protobuf");
    case PrometheusText0_0_4:
        return SamplesPage::tr("Prometheus, text 0.0.4");
    case PrometheusText1_0_0:
        return SamplesPage::tr("Prometheus, text 1.0.0");
    case OpenMetricsText0_0_1:
        return SamplesPage::tr("OpenMetrics 0.0.1");
    case OpenMetricsText1_0_0:
        break;
    }
    return SamplesPage::tr("OpenMetrics 1.0.0");
}

/// The default list with one of them first.
std::vector<ScrapeProtocol> preferring(ScrapeProtocol first)
{
    std::vector<ScrapeProtocol> list = defaultScrapeProtocols(ExpositionOptions::NativeHistograms::Ignored);
    std::erase(list, first);
    list.insert(list.begin(), first);
    return list;
}

/// "64MB" as Prometheus writes sizes; "0": none.
QString sizeText(std::uint64_t bytes)
{
    constexpr std::array units = {"B", "KB", "MB", "GB", "TB"};
    if (bytes == 0)
        return QStringLiteral("0");
    std::size_t unit = 0;
    while (unit + 1 < units.size() && bytes % 1024 == 0) {
        bytes /= 1024;
        ++unit;
    }
    return QString::number(bytes) + QLatin1String(units[unit]);
}

constexpr auto greatest = static_cast<std::uint64_t>(std::numeric_limits<int>::max());

} // namespace

SamplesPage::SamplesPage(const TargetConfig &config, QWidget *parent)
    : TargetPage(parent)
    , m_config(config)
    , m_bodySize(new QLineEdit(sizeText(config.samples.limits.bodySize)))
    , m_protocol(new QComboBox)
    , m_fallback(new QComboBox)
    , m_compression(new QCheckBox(tr("Ask for &compressed pages")))
{
    auto *grid = new QGridLayout(this);
    auto *left = new QVBoxLayout;
    left->addWidget(labelsBox());
    left->addWidget(histogramsBox());
    left->addStretch();
    auto *right = new QVBoxLayout;
    right->addWidget(limitsBox());
    right->addWidget(formatsBox());
    right->addStretch();
    grid->addLayout(left, 0, 0);
    grid->addLayout(right, 0, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
}

QCheckBox *SamplesPage::addSwitch(const QString &text, bool SampleRules::*member)
{
    auto *box = new QCheckBox(text);
    box->setChecked(m_config.samples.*member);
    connect(box, &QCheckBox::toggled, this, &SamplesPage::changed);
    m_switches.emplace_back(box, member);
    return box;
}

void SamplesPage::addLimit(QFormLayout &form, const QString &title, std::uint64_t ScrapeLimits::*member)
{
    auto *box = new QSpinBox;
    box->setLocale(countLocale());
    box->setGroupSeparatorShown(true);
    box->setRange(0, static_cast<int>(greatest));
    box->setSpecialValueText(tr("none"));
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setValue(static_cast<int>(std::min(m_config.samples.limits.*member, greatest)));
    form.addRow(title, box);
    connect(box, &QSpinBox::valueChanged, this, &SamplesPage::changed);
    m_limits.emplace_back(box, member);
}

QWidget *SamplesPage::labelsBox()
{
    auto *box = new QGroupBox(tr("Labels and times"));
    auto *list = new QVBoxLayout(box);
    QCheckBox *labels = addSwitch(tr("The page's labels &win over the target's"), &SampleRules::honorLabels);
    labels->setObjectName(QStringLiteral("honorLabels"));
    labels->setToolTip(QStringLiteral("honor_labels"));
    QCheckBox *times = addSwitch(tr("Use the page's &timestamps"), &SampleRules::honorTimestamps);
    times->setObjectName(QStringLiteral("honorTimestamps"));
    times->setToolTip(QStringLiteral("honor_timestamps"));
    QCheckBox *staleness = addSwitch(tr("Series with timestamps &end when they are gone"),
                                     &SampleRules::trackTimestampsStaleness);
    staleness->setToolTip(QStringLiteral("track_timestamps_staleness"));
    QCheckBox *extra = addSwitch(tr("Metrics of the scrape's &limits too"), &SampleRules::extraScrapeMetrics);
    extra->setToolTip(QStringLiteral("extra_scrape_metrics"));
    for (QCheckBox *each : {labels, times, staleness, extra})
        list->addWidget(each);
    return box;
}

QWidget *SamplesPage::histogramsBox()
{
    auto *box = new QGroupBox(tr("Histograms"));
    auto *list = new QVBoxLayout(box);
    QCheckBox *native = addSwitch(tr("Take &native histograms"), &SampleRules::scrapeNativeHistograms);
    native->setObjectName(QStringLiteral("nativeHistograms"));
    native->setToolTip(QStringLiteral("scrape_native_histograms"));
    QCheckBox *classic = addSwitch(tr("&Keep classic histograms beside native ones"),
                                   &SampleRules::alwaysScrapeClassicHistograms);
    classic->setObjectName(QStringLiteral("classicToo"));
    classic->setToolTip(QStringLiteral("always_scrape_classic_histograms"));
    QCheckBox *convert = addSwitch(tr("Make classic histograms native, with c&ustom buckets"),
                                   &SampleRules::convertClassicHistograms);
    convert->setToolTip(QStringLiteral("convert_classic_histograms_to_nhcb"));
    convert->setObjectName(QStringLiteral("convertClassic"));
    for (QCheckBox *each : {native, classic, convert})
        list->addWidget(each);
    return box;
}

QWidget *SamplesPage::limitsBox()
{
    auto *box = new QGroupBox(tr("A scrape fails beyond"));
    auto *form = new QFormLayout(box);
    m_bodySize->setObjectName(QStringLiteral("bodySize"));
    m_bodySize->setToolTip(tr("With a unit: 10MB, 512KB; 0: none"));
    connect(m_bodySize, &QLineEdit::textChanged, this, &SamplesPage::changed);
    form->addRow(tr("Size of the &page"), m_bodySize);
    addLimit(*form, tr("&Samples"), &ScrapeLimits::samples);
    addLimit(*form, tr("Labels of a series"), &ScrapeLimits::labels);
    addLimit(*form, tr("Length of a label's name"), &ScrapeLimits::labelNameLength);
    addLimit(*form, tr("Length of a label's value"), &ScrapeLimits::labelValueLength);
    addLimit(*form, tr("Buckets of a native histogram"), &ScrapeLimits::nativeHistogramBuckets);
    m_limits.front().first->setObjectName(QStringLiteral("sampleLimit"));
    return box;
}

QWidget *SamplesPage::formatsBox()
{
    auto *box = new QGroupBox(tr("Format"));
    auto *form = new QFormLayout(box);
    fillProtocols();
    m_compression->setChecked(m_config.enableCompression);
    form->addRow(tr("&Ask first for"), m_protocol);
    form->addRow(tr("&Without content type"), m_fallback);
    form->addRow(m_compression);
    for (QComboBox *combo : {m_protocol, m_fallback})
        connect(combo, &QComboBox::currentIndexChanged, this, &SamplesPage::changed);
    connect(m_compression, &QCheckBox::toggled, this, &SamplesPage::changed);
    return box;
}

void SamplesPage::fillProtocols()
{
    m_protocol->setObjectName(QStringLiteral("protocol"));
    m_fallback->setObjectName(QStringLiteral("fallback"));
    m_compression->setObjectName(QStringLiteral("compression"));
    m_protocol->addItem(tr("what fits"), -1);
    m_fallback->addItem(tr("fails"), -1);
    for (const ScrapeProtocol protocol : protocols) {
        m_protocol->addItem(protocolTitle(protocol), static_cast<int>(protocol));
        m_fallback->addItem(protocolTitle(protocol), static_cast<int>(protocol));
        if (m_config.protocols == preferring(protocol))
            m_protocol->setCurrentIndex(m_protocol->count() - 1);
        if (m_config.fallbackProtocol == protocol)
            m_fallback->setCurrentIndex(m_fallback->count() - 1);
    }
    if (!m_config.protocols.empty() && m_protocol->currentIndex() == 0) {
        // A list that has another order: it stays while nothing else is chosen.
        m_protocol->addItem(tr("as configured"), -2);
        m_protocol->setCurrentIndex(m_protocol->count() - 1);
    }
}

void SamplesPage::apply(TargetEdit &edit) const
{
    TargetConfig &config = edit.config;
    for (const auto &[box, member] : m_switches)
        config.samples.*member = box->isChecked();
    for (const auto &[box, member] : m_limits) {
        const std::uint64_t before = m_config.samples.limits.*member;
        const auto shown = static_cast<std::uint64_t>(box->value());
        config.samples.limits.*member = shown == std::min(before, greatest) ? before : shown;
    }
    if (const auto size = parseByteSize(m_bodySize->text().trimmed().toStdString()))
        config.samples.limits.bodySize = static_cast<std::uint64_t>(std::max<std::int64_t>(*size, 0));
    const int protocol = m_protocol->currentData().toInt();
    if (protocol >= 0)
        config.protocols = preferring(static_cast<ScrapeProtocol>(protocol));
    else if (protocol == -1)
        config.protocols.clear();
    const int fallback = m_fallback->currentData().toInt();
    config.fallbackProtocol =
        fallback >= 0 ? std::optional(static_cast<ScrapeProtocol>(fallback)) : std::nullopt;
    config.enableCompression = m_compression->isChecked();
}

QString SamplesPage::problem() const
{
    const auto size = parseByteSize(m_bodySize->text().trimmed().toStdString());
    return size && *size >= 0 ? QString()
                              : tr("The size of a page needs a unit: 10MB, 512KB, or 0 for none.");
}

bool SamplesPage::isUsed(const TargetConfig &config) const
{
    SampleRules samples = config.samples;
    samples.metricRelabelRules.clear(); // they have a page of their own
    const bool asks = !config.protocols.empty() || config.fallbackProtocol || !config.enableCompression;
    return asks || samples != TargetConfig().samples;
}

} // namespace sightglass
