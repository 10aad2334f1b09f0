// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace sightglass {

/// The path of a file, typed or chosen.
class PathEdit : public QWidget
{
    Q_OBJECT

public:
    /// `title` is that of the dialog in which a file is chosen, and the field's accessible name.
    explicit PathEdit(const QString &title, QWidget *parent = nullptr);

    void setPath(const std::string &path);
    void setPlaceholder(const QString &text);
    /// Without blanks around it.
    [[nodiscard]] std::string path() const;

signals:
    void changed();

private:
    void choose();

    QString m_title;
    QLineEdit *m_edit;
    QPushButton *m_choose;
};

} // namespace sightglass
