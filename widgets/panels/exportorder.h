// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sightglass {

enum class ExportFormat : unsigned char
{
    Png,
    Svg,
    Pdf,
    Csv,
    Json
};

enum class PdfPage : unsigned char
{
    AsPicture, ///< a page of the picture's own size
    A4Landscape
};

/// What a panel or a dashboard is to be saved as.
struct ExportOrder
{
    ExportFormat format = ExportFormat::Png;
    int scale = 1; ///< device pixels for each logical one, 1 to 3; of Png
    PdfPage page = PdfPage::AsPicture;

    friend bool operator==(const ExportOrder &, const ExportOrder &) = default;
};

} // namespace sightglass
