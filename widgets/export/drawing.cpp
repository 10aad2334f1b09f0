// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/drawing.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>

namespace sightglass {

namespace {

constexpr double pointsPerInch = 72;
constexpr double a4MarginMm = 12;

/// The resolution that texts were laid out for: with another one, fonts in points would have other sizes than
/// the boxes that were made for them.
int screenResolution()
{
    QImage probe(1, 1, QImage::Format_RGB32);
    return probe.logicalDpiX();
}

void paintOn(QPaintDevice &device, const Drawing &drawing)
{
    QPainter painter(&device);
    painter.fillRect(QRect(QPoint(), drawing.size), drawing.background);
    drawing.paint(painter);
}

} // namespace

QImage toImage(const Drawing &drawing, double scale)
{
    QImage image(drawing.size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(drawing.background);
    paintOn(image, drawing);
    return image;
}

QByteArray toSvg(const Drawing &drawing)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(screenResolution());
    generator.setSize(drawing.size);
    generator.setViewBox(QRect(QPoint(), drawing.size));
    generator.setTitle(drawing.title.toHtmlEscaped());
    generator.setDescription(QStringLiteral("Sightglass %1").arg(QCoreApplication::applicationVersion()));
    paintOn(generator, drawing);
    return bytes;
}

QByteArray toPdf(const Drawing &drawing, PdfPage page)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    const int resolution = screenResolution();
    writer.setResolution(resolution);
    writer.setTitle(drawing.title);
    writer.setCreator(QStringLiteral("Sightglass %1").arg(QCoreApplication::applicationVersion()));
    if (page == PdfPage::AsPicture) {
        const QSizeF points = QSizeF(drawing.size) * pointsPerInch / resolution;
        writer.setPageLayout({QPageSize(points, QPageSize::Point, {}, QPageSize::ExactMatch),
                              QPageLayout::Portrait, QMarginsF()});
        paintOn(writer, drawing);
        return bytes;
    }
    const QMarginsF margins(a4MarginMm, a4MarginMm, a4MarginMm, a4MarginMm);
    writer.setPageLayout(
        {QPageSize(QPageSize::A4), QPageLayout::Landscape, margins, QPageLayout::Millimeter});
    const QSizeF room(writer.width(), writer.height());
    const double scale = std::min(room.width() / drawing.size.width(), room.height() / drawing.size.height());
    QPainter painter(&writer);
    painter.translate((room.width() - drawing.size.width() * scale) / 2, 0);
    painter.scale(scale, scale);
    painter.fillRect(QRect(QPoint(), drawing.size), drawing.background);
    drawing.paint(painter);
    painter.end();
    return bytes;
}

QByteArray pngBytes(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QString fileSuffix(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Svg:
        return QStringLiteral("svg");
    case ExportFormat::Pdf:
        return QStringLiteral("pdf");
    case ExportFormat::Csv:
        return QStringLiteral("csv");
    case ExportFormat::Json:
        return QStringLiteral("json");
    case ExportFormat::Png:
        break;
    }
    return QStringLiteral("png");
}

QString formatName(ExportFormat format)
{
    const auto text = [](const char *source) {
        return QCoreApplication::translate("sightglass::ExportFormat", source);
    };
    switch (format) {
    case ExportFormat::Svg:
        return text(QT_TRANSLATE_NOOP("sightglass::ExportFormat", "SVG picture"));
    case ExportFormat::Pdf:
        return text(QT_TRANSLATE_NOOP("sightglass::ExportFormat", "PDF document"));
    case ExportFormat::Csv:
        return text(QT_TRANSLATE_NOOP("sightglass::ExportFormat", "CSV table"));
    case ExportFormat::Json:
        return text(QT_TRANSLATE_NOOP("sightglass::ExportFormat", "JSON data"));
    case ExportFormat::Png:
        break;
    }
    return text(QT_TRANSLATE_NOOP("sightglass::ExportFormat", "PNG picture"));
}

} // namespace sightglass
