// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/exportorder.h"

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QSize>
#include <QString>

#include <functional>

class QPainter;

namespace sightglass {

/// Something to be made a picture of, in any format. Drawn in the GUI thread, while what it draws is there.
struct Drawing
{
    QString title; ///< displayable; of the document
    QSize size;    ///< logical pixels
    QColor background;
    std::function<void(QPainter &)> paint; ///< from (0, 0) to size, in logical pixels
};

/// At so many device pixels for each logical one.
[[nodiscard]] QImage toImage(const Drawing &drawing, double scale);

/// Vectors, text as text.
[[nodiscard]] QByteArray toSvg(const Drawing &drawing);

/// One page, vectors, text as text: of the drawing's own size, or A4 landscape with the drawing as large as
/// fits inside its margins.
[[nodiscard]] QByteArray toPdf(const Drawing &drawing, PdfPage page);

[[nodiscard]] QByteArray pngBytes(const QImage &image);

/// The file name's end ("png") and what a file dialog calls the format.
[[nodiscard]] QString fileSuffix(ExportFormat format);
[[nodiscard]] QString formatName(ExportFormat format);

} // namespace sightglass
