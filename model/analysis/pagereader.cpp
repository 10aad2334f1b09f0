// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/exposedpage.h"
#include "model/analysis/syntaxproblem.h"
#include "parser/base/bytehash.h"
#include "parser/exposition/expositionparser.h"
#include "parser/exposition/familynames.h"
#include "parser/exposition/nativehistogram.h"
#include "parser/exposition/prometheustextparser.h"
#include "parser/exposition/sampleplaces.h"
#include "parser/exposition/seriesvalidation.h"

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace sightglass {

namespace {

using Entry = ExpositionParser::Entry;

constexpr std::size_t mostErrors = 100'000;

class PageReader
{
public:
    PageReader(ExposedPage &page, const PageReading &reading)
        : m_page(page)
        , m_reading(reading)
    {}

    void read()
    {
        // A page of no bytes is a page of no samples, in every format.
        if (m_page.body.empty())
            return;
        m_parser = createExpositionParser(m_page.format, m_page.body, m_page.options);
        while (true) {
            const Result<Entry> entry = m_parser->next();
            if (!entry && !takeError(entry.error()))
                return;
            if (entry && *entry == Entry::End)
                return;
            if (entry && *entry != Entry::Comment && isFull())
                return cut(*entry);
            if (entry)
                take(*entry);
        }
    }

private:
    bool takeError(const Error &error)
    {
        if (m_page.syntaxErrors.size() < mostErrors) {
            m_page.syntaxErrors.push_back(error);
            if (!takeRefusedType(plainText(error)) && !takeAsSpecified(error.span.begin))
                m_page.damagedNames.push_back(nameOnLine(m_page.textBody(), error.span.begin));
        }
        return m_parser->resume();
    }

    bool takeRefusedType(std::string_view message);
    bool takeAsSpecified(std::size_t at);
    void take(Entry entry)
    {
        if (entry == Entry::Sample || entry == Entry::Histogram)
            takeSample(entry);
        else if (entry != Entry::Comment)
            takeMetadata(entry);
    }

    [[nodiscard]] bool isFull() const
    {
        return m_page.samples.size() >= m_reading.samples || m_page.labels.size() >= m_reading.labels ||
               m_page.families.size() >= m_reading.families || m_textBytes >= m_reading.textBytes ||
               m_reading.stop.stop_requested();
    }

    void cut(Entry entry);
    void takeMetadata(Entry entry);
    void takeSample(Entry entry);
    void checkSeries(Entry entry, SourceSpan span);
    void checkPassed();
    void addLabels(PageSample &sample);
    [[nodiscard]] std::uint32_t familyOf(std::string_view name, SourceSpan span);
    [[nodiscard]] bool takesIn(std::uint32_t family, std::string_view name) const;
    [[nodiscard]] std::uint32_t ownFamily(std::string_view name, SourceSpan span);
    [[nodiscard]] Symbol intern(std::string_view text);
    [[nodiscard]] SourceSpan spanOf(std::string_view text) const;
    [[nodiscard]] SourceSpan badLabel(SourceSpan series) const;
    [[nodiscard]] SourceSpan nameSpan(std::string_view name, SourceSpan series) const;
    void addSeriesError(Error error, SourceSpan span);

    ExposedPage &m_page;
    const PageReading &m_reading;
    std::size_t m_textBytes = 0;
    std::unique_ptr<ExpositionParser> m_parser;
    std::unordered_map<Symbol, std::uint32_t> m_families;
    std::uint32_t m_family = 0; ///< of the line before; of no meaning on a page without families
    std::vector<Label> m_decoded;
};

/// Where a view into the body lies. A view of something else (a decoded name, a binary key) has no place.
SourceSpan PageReader::spanOf(std::string_view text) const
{
    const std::less<const char *> before;
    const char *const begin = m_page.body.data();
    const char *const end = begin + m_page.body.size();
    if (before(text.data(), begin) || !before(text.data(), end))
        return {};
    const auto offset = static_cast<std::size_t>(text.data() - begin);
    return {offset, std::min(offset + text.size(), m_page.body.size())};
}

void PageReader::cut(Entry entry)
{
    m_page.cutAt = m_page.body.size();
    if (m_page.format == ExpositionFormat::Protobuf)
        return;
    const bool isSample = entry == Entry::Sample || entry == Entry::Histogram;
    const std::size_t at = spanOf(isSample ? m_parser->seriesText() : m_parser->metadataName()).begin;
    const std::size_t before = at == 0 ? std::string_view::npos : m_page.body.rfind('\n', at - 1);
    m_page.cutAt = before == std::string_view::npos ? 0 : before + 1;
}

Symbol PageReader::intern(std::string_view text)
{
    const Symbol symbol = m_page.symbols.intern(text);
    if (symbol == m_page.symbolHashes.size())
        m_page.symbolHashes.push_back(hashBytes(text));
    return symbol;
}

std::uint32_t PageReader::ownFamily(std::string_view name, SourceSpan span)
{
    const auto number = static_cast<std::uint32_t>(m_page.families.size());
    const auto [entry, isNew] = m_families.try_emplace(intern(name), number);
    if (isNew) {
        PageFamily &family = m_page.families.emplace_back();
        family.name = entry->first;
        family.span = span;
    }
    return entry->second;
}

bool PageReader::takesIn(std::uint32_t family, std::string_view name) const
{
    const PageFamily &candidate = m_page.families[family];
    const bool isBinaryGauge =
        m_page.format == ExpositionFormat::Protobuf && candidate.type == MetricType::GaugeHistogram;
    std::string_view suffix;
    const auto suffixes = m_page.format == ExpositionFormat::OpenMetricsText
                              ? openMetricsSuffixes(candidate.type)
                              : prometheusSuffixes(isBinaryGauge ? MetricType::Histogram : candidate.type);
    return isSampleOf(name, m_page.name(candidate), suffixes, suffix);
}

std::uint32_t PageReader::familyOf(std::string_view name, SourceSpan span)
{
    static constexpr std::array<std::string_view, 8> suffixes = {"_count",   "_sum",  "_bucket", "_total",
                                                                 "_created", "_info", "_gcount", "_gsum"};
    const bool isOpenMetrics = m_page.format == ExpositionFormat::OpenMetricsText;
    if (isOpenMetrics && !m_page.families.empty() && takesIn(m_family, name))
        return m_family;
    const auto known = [this](std::string_view text) -> std::optional<std::uint32_t> {
        const auto symbol = m_page.symbols.find(text);
        const auto found = symbol ? m_families.find(*symbol) : m_families.end();
        return found == m_families.end() ? std::nullopt : std::optional(found->second);
    };
    if (const auto exact = known(name))
        return *exact;
    for (const std::string_view suffix : suffixes) {
        if (!name.ends_with(suffix))
            continue;
        const auto family = known(name.substr(0, name.size() - suffix.size()));
        if (family && takesIn(*family, name))
            return *family;
    }
    return ownFamily(name, span);
}

void PageReader::takeMetadata(Entry entry)
{
    const std::string_view name = m_parser->metadataName();
    const SourceSpan span = spanOf(name);
    m_family = ownFamily(name, span);
    PageFamily &family = m_page.families[m_family];
    if (entry == Entry::Help)
        family.hasHelp = family.hasHelp || !m_parser->metadataText().empty();
    if (entry == Entry::Unit)
        family.hasUnit = !m_parser->metadataText().empty();
    if (entry == Entry::Type) {
        family.type = m_parser->metadataType();
        family.hasType = true;
        family.hasTypeLine = true;
        family.typeSpan = span;
    }
}

/// A TYPE line whose word Prometheus refuses: whether it could be told what is meant.
bool PageReader::takeRefusedType(std::string_view message)
{
    if (!isTypeRefusal(message))
        return false;
    const SourceSpan span = spanOf(m_parser->metadataName());
    m_family = ownFamily(m_parser->metadataName(), span);
    PageFamily &family = m_page.families[m_family];
    family.hasTypeLine = true;
    family.typeSpan = span;
    const auto type = meantType(message, m_page.format);
    if (!type)
        return false;
    family.type = *type;
    family.hasType = true;
    return true;
}

/// A sample on the line of `at` that only Prometheus refuses, not the format, for the sign of its timestamp.
/// Others read it, promlint among them.
bool PageReader::takeAsSpecified(std::size_t at)
{
    const std::string_view body = m_page.body;
    if (m_page.format != ExpositionFormat::PrometheusText || at >= body.size() ||
        (body[at] != '-' && body[at] != '+'))
        return false;
    const std::size_t before = at == 0 ? std::string_view::npos : body.rfind('\n', at - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view line = body.substr(begin, body.find('\n', at) - begin);
    auto ofPage = std::exchange(
        m_parser, std::make_unique<PrometheusTextParser>(line, LineScanning::Fast, TextRules::Specification));
    const Result<Entry> entry = m_parser->next();
    const bool isSample = entry && *entry == Entry::Sample;
    if (isSample) {
        takeSample(*entry);
        m_page.samples.back().isRefused = true;
    }
    m_parser = std::move(ofPage);
    return isSample;
}

void PageReader::takeSample(Entry entry)
{
    m_parser->decodeLabels(m_decoded);
    const SourceSpan span = spanOf(m_parser->seriesText());
    checkSeries(entry, span);
    const std::string_view name = m_decoded.empty() ? std::string_view() : m_decoded.front().value;
    PageSample sample;
    sample.name = intern(name);
    sample.family = m_family = familyOf(withoutIndent(name), nameSpan(withoutIndent(name), span));
    sample.isNative = entry == Entry::Histogram;
    sample.value = sample.isNative ? 0 : m_parser->value();
    sample.timestampMs = m_parser->timestampMs();
    sample.startTimestampMs = m_parser->startTimestampMs();
    sample.span = span;
    addLabels(sample);
    ExposedExemplar exemplar;
    while (m_parser->nextExemplar(exemplar))
        ++m_page.exemplars;
    m_page.families[sample.family].samples.push_back(static_cast<std::uint32_t>(m_page.samples.size()));
    m_page.samples.push_back(sample);
}

void PageReader::addLabels(PageSample &sample)
{
    for (const Label &label : m_decoded)
        m_textBytes += label.name.size() + label.value.size();
    sample.firstLabel = static_cast<std::uint32_t>(m_page.labels.size());
    sample.identity = m_page.symbolHashes[sample.name];
    for (std::size_t i = 1; i < m_decoded.size(); ++i) {
        const PageLabel label{intern(m_decoded[i].name), intern(m_decoded[i].value)};
        m_page.labels.push_back(label);
        // An empty value is the same as no label.
        if (!m_decoded[i].value.empty())
            sample.identity += m_page.identityOf(label);
    }
    sample.labelCount = static_cast<std::uint32_t>(m_page.labels.size()) - sample.firstLabel;
}

/// The first label without a name, or whose name was there before.
SourceSpan PageReader::badLabel(SourceSpan series) const
{
    std::set<std::string_view> names;
    const auto bad = std::find_if(m_decoded.begin(), m_decoded.end(), [&names](const Label &label) {
        return label.name.empty() || !names.insert(label.name).second;
    });
    // The first one is the metric's name.
    const auto number = static_cast<std::size_t>(bad - m_decoded.begin());
    const auto places = samplePlaces(m_page.textBody(), series.begin).labels;
    return number >= 1 && number <= places.size() ? places[number - 1].whole() : series;
}

/// The name in the text of a series: before the braces, or in quotes between them.
SourceSpan PageReader::nameSpan(std::string_view name, SourceSpan series) const
{
    const std::string_view text = m_page.textBody().substr(series.begin, series.end - series.begin);
    if (text.empty())
        return series;
    const std::size_t indent = text.size() - withoutIndent(text).size();
    if (text.substr(indent).starts_with(name))
        return {series.begin + indent, series.begin + indent + name.size()};
    const std::string quoted = '"' + std::string(name) + '"';
    const std::size_t at = text.find(quoted);
    return at == std::string_view::npos ? series
                                        : SourceSpan{series.begin + at, series.begin + at + quoted.size()};
}

void PageReader::checkSeries(Entry entry, SourceSpan span)
{
    if (const auto valid = validatedLabels(m_decoded); !valid)
        addSeriesError(valid.error(), badLabel(span));
    if (entry != Entry::Histogram)
        return checkPassed();
    if (const auto problem = nativeHistogramProblem(m_parser->histogram()))
        addSeriesError({ErrorCode::ExpositionSyntax, {*problem}, {}, {}}, span);
}

void PageReader::checkPassed()
{
    const PassedHistogram *const passed = m_parser->passedHistogram();
    if (passed == nullptr || m_page.passedHistograms.size() >= mostErrors)
        return;
    const auto sample = static_cast<std::uint32_t>(m_page.samples.size());
    m_page.passedHistograms.push_back(sample);
    if (passed->problem)
        m_page.passedErrors.push_back({{ErrorCode::ExpositionSyntax, {*passed->problem}, {}, {}}, sample});
}

void PageReader::addSeriesError(Error error, SourceSpan span)
{
    if (m_page.seriesErrors.size() >= mostErrors)
        return;
    error.span = span;
    // The sample is about to be added.
    m_page.seriesErrors.push_back({std::move(error), static_cast<std::uint32_t>(m_page.samples.size())});
}

} // namespace

ExposedPage readPage(std::string_view body, ExpositionFormat format, const PageReading &reading)
{
    ExposedPage page;
    page.body = body;
    page.format = format;
    page.options = reading.options;
    page.options.classicHistograms = ExpositionOptions::ClassicHistograms::AsSeries;
    PageReader(page, reading).read();
    std::sort(page.damagedNames.begin(), page.damagedNames.end());
    return page;
}

} // namespace sightglass
