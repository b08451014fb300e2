<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="roadside" tilewidth="32" tileheight="32" tilecount="4" columns="4">
 <image source="roadside.png" width="128" height="32"/>
 <tile id="0" type="centre_line"/>
 <tile id="1" type="side_line"/>
 <tile id="2" type="crack"/>
 <tile id="3" type="tufts"/>
</tileset>
