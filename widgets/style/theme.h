// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/semanticcolor.h"

#include <QColor>
#include <QPalette>
#include <QStringView>

#include <optional>
#include <string_view>

namespace sightglass {

enum class ThemeKind : unsigned char
{
    Light,
    Dark
};

enum class Contrast : unsigned char
{
    Normal, ///< WCAG AA
    High    ///< WCAG AAA: 7:1 for every text and series
};

/// Every colour and size that the product draws with. A value, handed to whoever paints; made once per change
/// of theme. Sizes are logical pixels.
struct Theme
{
    ThemeKind kind = ThemeKind::Dark; ///< whether its surfaces are light or dark
    Contrast contrast = Contrast::Normal;
    QColor window;        ///< behind the panels
    QColor surface;       ///< of a panel
    QColor surfaceRaised; ///< header rows, tool tips, hovered things
    QColor border;
    QColor grid; ///< chart grid lines
    QColor axis; ///< axis lines and ticks
    QColor text;
    QColor textMuted; ///< axis labels, secondary text
    QColor accent;    ///< selection, focus, links
    QColor crosshair;
    QColor track; ///< the unfilled part of a gauge
    int panelRadius = 4;
    int panelGap = 6;
    int panelPadding = 8;

    /// The shade of a threshold role on this theme's surface.
    [[nodiscard]] QColor semantic(SemanticColor color) const;

    /// The colour that a dashboard names: a role's word ("good"), "text", or one of namedColor() in the shade
    /// for this theme's surface. Invalid for what is no colour.
    [[nodiscard]] QColor named(std::string_view name) const;

    /// The colour as one that text on a panel can have: itself, or lighter or darker, with the contrast that
    /// the theme promises.
    [[nodiscard]] QColor legible(const QColor &color) const;

    /// The palette that makes Qt's own widgets (menus, dialogs, tables) match.
    [[nodiscard]] QPalette palette() const;
};

[[nodiscard]] Theme darkTheme();
[[nodiscard]] Theme lightTheme();

/// White on black, with colours that stand out from black.
[[nodiscard]] Theme highContrastTheme();

/// "dark", "light" or "high-contrast".
[[nodiscard]] std::optional<Theme> themeByName(QStringView name);

/// The theme that the desktop asks for: high contrast where its palette is white on black, else dark or
/// light. Given a theme's own palette, that theme.
[[nodiscard]] Theme desktopTheme(const QPalette &systemPalette);
/// Dark or light as the desktop asks for: from the application palette's window against text lightness.
[[nodiscard]] ThemeKind desktopThemeKind(const QPalette &systemPalette);

} // namespace sightglass
