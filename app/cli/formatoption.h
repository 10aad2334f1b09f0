// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/expositionformat.h"

#include <QCommandLineParser>
#include <QString>

#include <optional>
#include <string_view>

namespace sightglass {

/// What a --format says of a page.
struct FormatChoice
{
    std::optional<ExpositionFormat> format; ///< nothing: auto, told by the content

    [[nodiscard]] ExpositionFormat of(std::string_view body) const;
};

/// auto, text, openmetrics or protobuf; nothing for any other name.
[[nodiscard]] std::optional<FormatChoice> formatChoice(const QString &name);

/// --native-histograms and --classic-histograms: what of a page is read, by the names of a scrape config.
void addReadingOptions(QCommandLineParser &parser);
[[nodiscard]] ExpositionOptions readingOptions(const QCommandLineParser &parser);

/// text, openmetrics or protobuf.
[[nodiscard]] std::string_view formatName(ExpositionFormat format) noexcept;

} // namespace sightglass
