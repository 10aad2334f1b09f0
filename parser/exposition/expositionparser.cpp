// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/expositionparser.h"

#include "parser/exposition/custombucketsparser.h"
#include "parser/exposition/openmetricsparser.h"
#include "parser/exposition/prometheustextparser.h"
#include "parser/exposition/protobufparser.h"

namespace sightglass {

namespace {

std::unique_ptr<ExpositionParser> parserFor(ExpositionFormat format, std::string_view body,
                                            const ExpositionOptions &options)
{
    switch (format) {
    case ExpositionFormat::OpenMetricsText:
        return std::make_unique<OpenMetricsParser>(body, LineScanning::Fast, options.createdLines);
    case ExpositionFormat::Protobuf:
        return std::make_unique<ProtobufParser>(body, options);
    case ExpositionFormat::PrometheusText:
        break;
    }
    return std::make_unique<PrometheusTextParser>(body, LineScanning::Fast);
}

} // namespace

const NativeHistogram &ExpositionParser::histogram() const noexcept
{
    static const NativeHistogram none;
    return none;
}

bool ExpositionParser::nextExemplar(ExposedExemplar &out)
{
    static_cast<void>(out);
    return false;
}

std::unique_ptr<ExpositionParser> createExpositionParser(ExpositionFormat format, std::string_view body,
                                                         ExpositionOptions options)
{
    auto parser = parserFor(format, body, options);
    if (options.classicHistograms == ExpositionOptions::ClassicHistograms::AsSeries)
        return parser;
    return std::make_unique<CustomBucketsParser>(std::move(parser), format, options.classicSeries);
}

} // namespace sightglass
