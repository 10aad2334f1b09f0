// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/formatoption.h"

#include "parser/exposition/formatdetection.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::FormatOption)
};

const QLatin1String nativeOption("native-histograms");
const QLatin1String classicOption("classic-histograms");

struct NamedFormat
{
    std::string_view name;
    ExpositionFormat format;
};

constexpr std::array<NamedFormat, 3> formats = {{
    {"text", ExpositionFormat::PrometheusText},
    {"openmetrics", ExpositionFormat::OpenMetricsText},
    {"protobuf", ExpositionFormat::Protobuf},
}};

} // namespace

ExpositionFormat FormatChoice::of(std::string_view body) const
{
    return format ? *format : detectExpositionFormat(body);
}

std::optional<FormatChoice> formatChoice(const QString &name)
{
    if (name == QLatin1String("auto"))
        return FormatChoice{};
    const std::string text = name.toStdString();
    const auto found = std::find_if(formats.begin(), formats.end(),
                                    [&text](const NamedFormat &each) { return each.name == text; });
    return found == formats.end() ? std::nullopt : std::optional(FormatChoice{found->format});
}

void addReadingOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {nativeOption, Texts::tr("Read native histograms, as with scrape_native_histograms: true. "
                                 "Without, classic series are all there is.")});
    parser.addOption(
        {classicOption, Texts::tr("Read the classic series of native histograms as well, as with "
                                  "always_scrape_classic_histograms: true.")});
}

ExpositionOptions readingOptions(const QCommandLineParser &parser)
{
    ExpositionOptions options;
    if (parser.isSet(nativeOption))
        options.nativeHistograms = ExpositionOptions::NativeHistograms::Read;
    if (parser.isSet(classicOption))
        options.classicSeries = ExpositionOptions::ClassicSeries::Kept;
    return options;
}

std::string_view formatName(ExpositionFormat format) noexcept
{
    const auto found = std::find_if(formats.begin(), formats.end(),
                                    [format](const NamedFormat &each) { return each.format == format; });
    return found == formats.end() ? std::string_view() : found->name;
}

} // namespace sightglass
