// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/pageextras.h"

#include "parser/base/numbertext.h"
#include "parser/base/utf8cut.h"
#include "parser/exposition/expositionparser.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

namespace sightglass {

namespace {

using Entry = ExpositionParser::Entry;

constexpr std::size_t mostExemplars = 100'000;
constexpr std::size_t mostHistogramBytes = std::size_t{64} << 20U;
constexpr std::size_t longestText = 1000;
constexpr std::size_t mostBuckets = 160;

std::string bucketsText(std::string_view side, const NativeBuckets &buckets)
{
    if (buckets.size() == 0)
        return {};
    std::string text = ", " + std::string(side) + " [";
    std::size_t shown = 0;
    forEachBucket(buckets, [&text, &shown](std::int32_t index, double count) {
        if (shown < mostBuckets)
            text += (shown == 0 ? "" : " ") + std::to_string(index) + ':' + formatFloat(count);
        ++shown;
    });
    return text + (shown > mostBuckets ? " …]" : "]");
}

std::string histogramText(const NativeHistogram &histogram)
{
    std::string text = "{count " + formatFloat(histogram.totalCount()) + ", sum " +
                       formatFloat(histogram.sum) + ", schema " + std::to_string(histogram.schema);
    if (histogram.zeroBucketCount() != 0)
        text += ", zero " + formatFloat(histogram.zeroBucketCount());
    return text + bucketsText("negative", histogram.negative) + bucketsText("positive", histogram.positive) +
           '}';
}

class ExtrasReader
{
public:
    explicit ExtrasReader(const ExposedPage &page)
        : m_page(page)
    {
        m_extras.families.resize(page.families.size());
        for (std::size_t i = 0; i < page.families.size(); ++i)
            m_families.emplace(page.families[i].name, i);
    }

    PageExtras read(const std::stop_token &stop)
    {
        if (m_page.body.empty())
            return std::move(m_extras);
        m_parser = createExpositionParser(m_page.format, m_page.body, m_page.options);
        while (true) {
            const Result<Entry> entry = m_parser->next();
            if ((!entry && !m_parser->resume()) || (entry && *entry == Entry::End) || isBehindPage(stop))
                return std::move(m_extras);
            if (entry)
                take(*entry);
        }
    }

private:
    [[nodiscard]] bool isBehindPage(const std::stop_token &stop) const
    {
        return (m_page.cutAt && m_sample >= m_page.samples.size()) || stop.stop_requested();
    }

    void take(Entry entry)
    {
        if (entry == Entry::Help || entry == Entry::Unit)
            return takeText(entry);
        if (entry != Entry::Sample && entry != Entry::Histogram)
            return;
        if (entry == Entry::Histogram)
            takeHistogram(m_parser->histogram());
        else if (const PassedHistogram *const passed = m_parser->passedHistogram())
            takeHistogram(passed->histogram);
        ExposedExemplar exemplar;
        while (m_parser->nextExemplar(exemplar)) {
            if (m_extras.exemplars.size() < mostExemplars)
                m_extras.exemplars.push_back({m_sample, exemplar});
        }
        ++m_sample;
    }

    void takeHistogram(const NativeHistogram &histogram)
    {
        std::string text = m_histogramBytes < mostHistogramBytes ? histogramText(histogram) : "{…}";
        m_histogramBytes += text.size();
        m_extras.histograms.push_back({m_sample, std::move(text)});
    }

    void takeText(Entry entry)
    {
        const auto symbol = m_page.symbols.find(m_parser->metadataName());
        const auto family = symbol ? m_families.find(*symbol) : m_families.end();
        if (family == m_families.end())
            return;
        FamilyTexts &texts = m_extras.families[family->second];
        (entry == Entry::Help ? texts.help : texts.unit) = utf8Prefix(m_parser->metadataText(), longestText);
    }

    const ExposedPage &m_page;
    std::unique_ptr<ExpositionParser> m_parser;
    std::unordered_map<Symbol, std::size_t> m_families;
    PageExtras m_extras;
    std::uint32_t m_sample = 0;
    std::size_t m_histogramBytes = 0;
};

} // namespace

std::span<const PageExemplar> PageExtras::exemplarsOf(std::uint32_t sample) const noexcept
{
    const auto range =
        std::equal_range(exemplars.begin(), exemplars.end(), PageExemplar{sample, {}},
                         [](const PageExemplar &a, const PageExemplar &b) { return a.sample < b.sample; });
    return {range.first, range.second};
}

std::string_view PageExtras::histogramOf(std::uint32_t sample) const noexcept
{
    const auto found = std::lower_bound(
        histograms.begin(), histograms.end(), sample,
        [](const PageHistogram &histogram, std::uint32_t number) { return histogram.sample < number; });
    return found == histograms.end() || found->sample != sample ? std::string_view() : found->text;
}

PageExtras readExtras(const ExposedPage &page, const std::stop_token &stop)
{
    return ExtrasReader(page).read(stop);
}

} // namespace sightglass
