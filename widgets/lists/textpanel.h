// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/panelview.h"

class QTextBlock;
class QTextDocument;

namespace sightglass {

class QuietBrowser;

/// A text on a dashboard: Markdown, simple HTML or code. Loads nothing; links are told, not followed. Needs
/// no data.
class TextPanel : public PanelView
{
    Q_OBJECT

public:
    TextPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    void setData(const PanelDataPtr &data) override;
    void setTheme(const Theme &theme) override;
    void exportTo(QPainter &painter) override;

    [[nodiscard]] QuietBrowser *browser() const { return m_browser; }

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void present();
    void fill(QTextDocument &document) const;
    void decorate(QTextDocument &document) const;
    void mendFixed(QTextDocument &document) const;
    void colorLinks(QTextDocument &document) const;
    void quiet(const QTextBlock &block) const;
    void mendHeading(const QTextBlock &block) const;
    void hangNumber(const QTextBlock &block) const;
    void wrapTables();

    TextOptions m_options;
    Theme m_theme;
    QuietBrowser *m_browser;
};

} // namespace sightglass
