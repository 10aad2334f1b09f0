// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace sightglass {

/// A line under a form's field: a quiet hint, or in the colour of an error what is wrong. Plain text; takes
/// no room while it is empty.
class FieldHint : public QLabel
{
    Q_OBJECT

public:
    explicit FieldHint(QWidget *parent = nullptr);

    void showHint(const QString &text);
    void showProblem(const QString &text);

private:
    void say(const QString &text, const QColor &color);
};

} // namespace sightglass
