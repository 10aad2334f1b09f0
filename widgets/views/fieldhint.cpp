// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/fieldhint.h"

#include "widgets/style/theme.h"

#include <QApplication>

namespace sightglass {

FieldHint::FieldHint(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    // As wide as its form: what wraps would be as narrow as it can otherwise.
    QSizePolicy wide = sizePolicy();
    wide.setHorizontalPolicy(QSizePolicy::Expanding);
    setSizePolicy(wide);
    hide();
}

void FieldHint::showHint(const QString &text)
{
    say(text, QApplication::palette().color(QPalette::PlaceholderText));
}

void FieldHint::showProblem(const QString &text)
{
    // Dialogs are not told the theme: its palette tells which one it is.
    const Theme theme = desktopTheme(QApplication::palette());
    say(text, theme.semantic(SemanticColor::Critical));
}

void FieldHint::say(const QString &text, const QColor &color)
{
    QPalette colored = QApplication::palette();
    colored.setColor(QPalette::WindowText, color);
    setPalette(colored);
    setText(text);
    setVisible(!text.isEmpty());
}

} // namespace sightglass
