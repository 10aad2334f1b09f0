// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editing/fieldeditor.h"

class QToolButton;

namespace sightglass {

/// Chooses a colour: by its role on this program's dashboards, by Grafana's names, or any other.
class ColorEdit : public FieldEditor
{
    Q_OBJECT

public:
    explicit ColorEdit(const Theme &theme, QWidget *parent = nullptr);

    void setValue(const QByteArray &json) override;
    void setTheme(const Theme &theme) override;

    [[nodiscard]] QString color() const { return m_name; }
    void setColor(const QString &name);

private:
    void choose(const QString &name);
    void chooseAnother();
    void fillMenu();
    void show();
    [[nodiscard]] QIcon swatch(const QString &name) const;

    Theme m_theme;
    QString m_name;
    QToolButton *m_button;
};

} // namespace sightglass
