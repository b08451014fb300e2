<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="ground" tilewidth="32" tileheight="32" tilecount="3" columns="3">
 <image source="ground.png" width="96" height="32"/>
 <tile id="0" type="road"/>
 <tile id="1" type="verge"/>
 <tile id="2" type="scrub"/>
</tileset>
