// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/theme.h"

#include "model/dashboard/dashboardwords.h"
#include "model/fields/colornames.h"
#include "widgets/style/contrast.h"

namespace sightglass {

namespace {

struct Shades
{
    QRgb dark;
    QRgb light;
    QRgb high;
};

Shades shadesOf(SemanticColor color)
{
    switch (color) {
    case SemanticColor::Good:
        return {qRgb(0x6f, 0xc2, 0x76), qRgb(0x23, 0x7a, 0x34), qRgb(0x5e, 0xe6, 0x6f)};
    case SemanticColor::Notice:
        return {qRgb(0xf2, 0xd0, 0x4a), qRgb(0x84, 0x65, 0x00), qRgb(0xff, 0xe1, 0x4d)};
    case SemanticColor::Warning:
        return {qRgb(0xff, 0x99, 0x3a), qRgb(0xa8, 0x54, 0x00), qRgb(0xff, 0xa6, 0x4d)};
    case SemanticColor::Critical:
        return {qRgb(0xf4, 0x60, 0x6e), qRgb(0xcf, 0x22, 0x3a), qRgb(0xff, 0x8f, 0x9a)};
    case SemanticColor::Info:
        return {qRgb(0x62, 0xa0, 0xf5), qRgb(0x1f, 0x66, 0xcc), qRgb(0x7c, 0xc0, 0xff)};
    case SemanticColor::Neutral:
        break;
    }
    return {qRgb(0xa3, 0xa8, 0xb3), qRgb(0x5f, 0x65, 0x71), qRgb(0xcf, 0xd4, 0xdd)};
}

} // namespace

QColor Theme::semantic(SemanticColor color) const
{
    const Shades shades = shadesOf(color);
    if (contrast == Contrast::High)
        return QColor(shades.high);
    return QColor(kind == ThemeKind::Dark ? shades.dark : shades.light);
}

QColor Theme::named(std::string_view name) const
{
    if (const auto role = fromWord<SemanticColor>(name))
        return semantic(*role);
    if (name == "text")
        return text;
    const auto color = namedColor(name, kind == ThemeKind::Dark ? Surface::Dark : Surface::Light);
    if (!color)
        return {};
    const QColor result(color->red, color->green, color->blue, color->alpha);
    const bool shown = contrast == Contrast::High && color->alpha == 255;
    return shown ? legibleOn(result, surface, strongTextContrast) : result;
}

QColor Theme::legible(const QColor &color) const
{
    const double least = contrast == Contrast::High ? strongTextContrast : textContrast;
    QColor result = color;
    for (const QColor &behind : {surface, surfaceRaised, window})
        result = legibleOn(result, behind, least);
    return result;
}

QPalette Theme::palette() const
{
    QPalette result;
    result.setColor(QPalette::Window, window);
    result.setColor(QPalette::WindowText, text);
    result.setColor(QPalette::Base, surface);
    result.setColor(QPalette::AlternateBase, surfaceRaised);
    result.setColor(QPalette::Text, text);
    result.setColor(QPalette::PlaceholderText, textMuted);
    result.setColor(QPalette::Button, surfaceRaised);
    result.setColor(QPalette::ButtonText, text);
    result.setColor(QPalette::BrightText, semantic(SemanticColor::Critical));
    result.setColor(QPalette::ToolTipBase, surfaceRaised);
    result.setColor(QPalette::ToolTipText, text);
    result.setColor(QPalette::Highlight, accent);
    result.setColor(QPalette::HighlightedText,
                    kind == ThemeKind::Dark ? QColor(0x0e, 0x10, 0x14) : QColor(Qt::white));
    result.setColor(QPalette::Link, accent);
    result.setColor(QPalette::LinkVisited, accent);
    result.setColor(QPalette::Light, surfaceRaised.lighter(115));
    result.setColor(QPalette::Midlight, surfaceRaised.lighter(108));
    result.setColor(QPalette::Mid, border);
    result.setColor(QPalette::Dark, border.darker(120));
    result.setColor(QPalette::Shadow, QColor(0, 0, 0));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, contrast == Contrast::High ? axis : textMuted);
    return result;
}

Theme darkTheme()
{
    Theme theme;
    theme.kind = ThemeKind::Dark;
    theme.window = QColor(0x0f, 0x11, 0x15);
    theme.surface = QColor(0x18, 0x1b, 0x20);
    theme.surfaceRaised = QColor(0x22, 0x26, 0x2d);
    theme.border = QColor(0x2b, 0x2f, 0x37);
    theme.grid = QColor(0x26, 0x2a, 0x31);
    theme.axis = QColor(0x3c, 0x41, 0x4b);
    theme.text = QColor(0xe0, 0xe2, 0xe8);
    theme.textMuted = QColor(0x97, 0x9d, 0xaa);
    theme.accent = QColor(0x6c, 0xa8, 0xf8);
    theme.crosshair = QColor(0x8b, 0x92, 0xa0);
    theme.track = QColor(0x2a, 0x2e, 0x36);
    return theme;
}

Theme lightTheme()
{
    Theme theme;
    theme.kind = ThemeKind::Light;
    theme.window = QColor(0xf1, 0xf2, 0xf5);
    theme.surface = QColor(0xff, 0xff, 0xff);
    theme.surfaceRaised = QColor(0xf6, 0xf7, 0xf9);
    theme.border = QColor(0xdd, 0xe0, 0xe6);
    theme.grid = QColor(0xec, 0xee, 0xf1);
    theme.axis = QColor(0xc3, 0xc8, 0xd1);
    theme.text = QColor(0x1f, 0x24, 0x2d);
    theme.textMuted = QColor(0x5f, 0x67, 0x75);
    theme.accent = QColor(0x1f, 0x66, 0xcc);
    theme.crosshair = QColor(0x7a, 0x82, 0x90);
    theme.track = QColor(0xe6, 0xe8, 0xed);
    return theme;
}

Theme highContrastTheme()
{
    Theme theme;
    theme.kind = ThemeKind::Dark;
    theme.contrast = Contrast::High;
    theme.window = QColor(0x00, 0x00, 0x00);
    theme.surface = QColor(0x00, 0x00, 0x00);
    theme.surfaceRaised = QColor(0x1f, 0x1f, 0x1f);
    theme.border = QColor(0xb4, 0xb4, 0xb4);
    theme.grid = QColor(0x40, 0x40, 0x40);
    theme.axis = QColor(0xa6, 0xa6, 0xa6);
    theme.text = QColor(0xff, 0xff, 0xff);
    theme.textMuted = QColor(0xd8, 0xd8, 0xd8);
    theme.accent = QColor(0x6f, 0xd0, 0xff);
    theme.crosshair = QColor(0xff, 0xff, 0xff);
    theme.track = QColor(0x3c, 0x3c, 0x3c);
    return theme;
}

std::optional<Theme> themeByName(QStringView name)
{
    if (name == QLatin1String("dark"))
        return darkTheme();
    if (name == QLatin1String("light"))
        return lightTheme();
    return name == QLatin1String("high-contrast") ? std::optional(highContrastTheme()) : std::nullopt;
}

Theme desktopTheme(const QPalette &systemPalette)
{
    const bool whiteOnBlack = systemPalette.color(QPalette::Window) == QColor(Qt::black) &&
                              systemPalette.color(QPalette::WindowText) == QColor(Qt::white);
    if (whiteOnBlack)
        return highContrastTheme();
    return desktopThemeKind(systemPalette) == ThemeKind::Dark ? darkTheme() : lightTheme();
}

ThemeKind desktopThemeKind(const QPalette &systemPalette)
{
    const float window = systemPalette.color(QPalette::Window).lightnessF();
    const float text = systemPalette.color(QPalette::WindowText).lightnessF();
    return window < text ? ThemeKind::Dark : ThemeKind::Light;
}

} // namespace sightglass
